/** Ids of assignments by file name: `losses.ts` → `03-losses`. */
export type CourseFiles = ReadonlyMap<string, string>;

/**
 * Finds the course's file for a name: platforms and browsers turn `losses.ts` into `losses-1.ts`, `losses (2).ts` or
 * `Losses.ts`.
 *
 * @returns the file's original name; undefined if no file of the course matches
 */
export function courseFileOf(name: string, files: CourseFiles): string | undefined {
  for (const plain of [name, withoutNumber(name)]) {
    const found = [...files.keys()].find((file) => sameFile(file, plain));
    if (found !== undefined) return plain.toLowerCase().endsWith('.js') ? found.replace(/\.ts$/, '.js') : found;
  }
  return undefined;
}

/** Removes the number of a copy from `losses-1.ts`, `homework-1.tar.gz` or `homework.tar-1.gz`. */
export function withoutNumber(name: string): string {
  return name
    .replace(/\.tar[ _-]*\(?\d+\)?\.gz$/i, '.tar.gz')
    .replace(/[ _-]*(?:\(\d+\)|[ _-]\d+)((?:\.tar)?\.\w+)$/i, '$1');
}

/** The number of a copy; 0 for none. */
export function numberIn(name: string): number {
  return withoutNumber(name) === name ? 0 : Number(/(\d+)\)?(?:\.tar|\.gz|\.\w+)+$/.exec(name)?.[1] ?? 0);
}

function sameFile(file: string, name: string): boolean {
  if (file.toLowerCase() === name.toLowerCase()) return true;
  return (
    file.replace(/\.ts$/, '').toLowerCase() === name.replace(/\.[tj]s$/i, '').toLowerCase() && /\.[tj]s$/i.test(name)
  );
}
