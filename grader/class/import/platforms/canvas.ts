import type { DeliveredFile, Delivery, Sorted } from '../types';

// doejane_LATE_12345_67890_losses-1.ts: name, perhaps LATE, number of the user, number of the file, the file's own
// name.
const upload = /^([\p{L}\p{M}\p{N}_]+?)_(?:(LATE)_)?(\d+)_(\d+)_(.+)$/iu;
const anonymous = /^anon_\w+?_(?:LATE_)?(?:\d+)_.+$/i;
const entry = /^([\p{L}\p{M}\p{N}_]+?)_(?:(LATE)_)?(\d+)_(text|link)\.html$/iu;

/**
 * Sorts the files of Canvas's "Download Submissions": all in one folder, each named after its student. The name is
 * "last, first" in small letters without spaces and signs. Only the latest attempt is in it; the same name again gets
 * `-1` before its ending.
 */
export function sortCanvas(files: readonly string[]): Sorted {
  const found = new Map<string, { name: string; number: string; isLate: boolean; files: DeliveredFile[] }>();
  const unplaced: { file: string; reason: string }[] = [];
  for (const file of files) {
    const base = file.slice(file.lastIndexOf('/') + 1);
    const text = entry.exec(base);
    const [, name = '', late, number = '', attachment = '', own = ''] = text ?? upload.exec(base) ?? [];
    if (anonymous.test(base))
      unplaced.push({ file, reason: 'it is anonymous; switch anonymous grading off and download again' });
    else if (name === '') unplaced.push({ file, reason: "its name is not one of Canvas's" });
    else {
      const key = `${name}_${number}`;
      const student = found.get(key) ?? { name, number, isLate: false, files: [] };
      found.set(key, student);
      student.isLate ||= late !== undefined;
      if (text === null) student.files.push({ from: file, path: ownName(own), order: Number(attachment) });
    }
  }
  const deliveries = [...found.values()].map(({ name, number, isLate, files: own }): Delivery => ({
    label: `${name} (user ${number})`,
    people: [{ name, number }],
    files: own,
    submittedAt: undefined,
    isLate,
  }));
  return { deliveries, unplaced };
}

/** Some versions put the number between the two endings of an archive. */
function ownName(name: string): string {
  return name.replace(/\.tar(-\d+)\.gz$/i, '$1.tar.gz');
}
