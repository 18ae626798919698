import type { DeliveredFile, Delivery, Sorted } from '../types';

// "Jane Doe_12345_assignsubmission_file", with a trailing underscore in older versions; contains the files.
const folder = /^(.+?)(?:_(\d+))?_assignsubmission_([a-z]+)_?$/;
// The same as a prefix of the file's name, if everything is in one folder.
const flat = /^(.+?)(?:_(\d+))?_assignsubmission_([a-z]+)_(.+)$/;

interface Student {
  readonly name: string;
  readonly number: string | undefined;
  readonly files: DeliveredFile[];
  /** Files of other kinds, such as online text. */
  readonly others: DeliveredFile[];
}

/** Sorts the files of Moodle's "Download all submissions": a folder for each student and kind, or all in one folder. */
export function sortMoodle(files: readonly string[]): Sorted {
  const found = new Map<string, Student>();
  const unplaced: { file: string; reason: string }[] = [];
  for (const file of files) {
    const parts = file.split('/');
    const at = parts.slice(0, -1).findIndex((part) => folder.test(part));
    const match = at === -1 ? flat.exec(parts.at(-1) ?? '') : folder.exec(parts[at] ?? '');
    if (match === null) {
      unplaced.push({ file, reason: "its name is not in Moodle's format" });
      continue;
    }
    const [, name = '', number, kind, own = ''] = match;
    const key = `${name}_${number ?? ''}`;
    const student = found.get(key) ?? { name, number, files: [], others: [] };
    found.set(key, student);
    const files = kind === 'file' ? student.files : student.others;
    files.push({ from: file, path: at === -1 ? own : parts.slice(at + 1).join('/'), order: 0 });
  }
  const deliveries = [...found.values()].map(({ name, number, files: own, others }): Delivery => ({
    label: number === undefined ? name : `${name} (participant ${number})`,
    people: [{ name, number }],
    // Online text can't be graded, but whoever handed in nothing else has handed in something.
    files: own.length > 0 ? own : others,
    submittedAt: undefined,
    isLate: false,
  }));
  return { deliveries, unplaced };
}
