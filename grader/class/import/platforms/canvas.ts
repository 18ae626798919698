import type { DeliveredFile, Delivery, Sorted } from '../types';

// doejane_LATE_12345_67890_losses-1.ts: student's name, optional LATE, user's number, file's number, file's name.
const upload = /^([\p{L}\p{M}\p{N}_]+?)_(?:(LATE)_)?(\d+)_(\d+)_(.+)$/iu;
const anonymous = /^anon_\w+?_(?:LATE_)?(?:\d+)_.+$/i;
const entry = /^([\p{L}\p{M}\p{N}_]+?)_(?:(LATE)_)?(\d+)_(text|link)\.html$/iu;

interface Student {
  readonly name: string;
  readonly number: string;
  isLate: boolean;
  readonly files: DeliveredFile[];
  /** A text or a link, entered on the page. */
  readonly others: DeliveredFile[];
}

/**
 * Sorts the files of Canvas's "Download Submissions": all in one folder, each prefixed with its student's name. The name
 * is "last, first" in lower case without spaces and punctuation. Only the latest attempt is included; a repeated file
 * name gets `-1` before its extension.
 */
export function sortCanvas(files: readonly string[]): Sorted {
  const found = new Map<string, Student>();
  const unplaced: { file: string; reason: string }[] = [];
  for (const file of files) {
    const base = file.slice(file.lastIndexOf('/') + 1);
    const text = entry.exec(base);
    const [, name = '', late, number = '', attachment = '', own = ''] = text ?? upload.exec(base) ?? [];
    if (anonymous.test(base))
      unplaced.push({ file, reason: 'it is anonymous; turn off anonymous grading and download again' });
    else if (name === '') unplaced.push({ file, reason: "its name is not in Canvas's format" });
    else {
      const key = `${name}_${number}`;
      const student = found.get(key) ?? { name, number, isLate: false, files: [], others: [] };
      found.set(key, student);
      student.isLate ||= late !== undefined;
      if (text === null) student.files.push({ from: file, path: ownName(own), order: Number(attachment) });
      else student.others.push({ from: file, path: `${attachment}.html`, order: 0 });
    }
  }
  const deliveries = [...found.values()].map(({ name, number, isLate, files: own, others }): Delivery => ({
    label: `${name} (user ${number})`,
    people: [{ name, number }],
    // A text can't be graded, but whoever handed in nothing else has handed in something.
    files: own.length > 0 ? own : others,
    submittedAt: undefined,
    isLate,
  }));
  return { deliveries, unplaced };
}

/** Some versions of Canvas put the number between the two extensions of an archive. */
function ownName(name: string): string {
  return name.replace(/\.tar(-\d+)\.gz$/i, '$1.tar.gz');
}
