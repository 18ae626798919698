/** The course's files, by name: `losses.ts` → `03-losses`. */
export type CourseFiles = ReadonlyMap<string, string>;

/**
 * The course's file that a name means: `losses-1.ts`, `losses (2).ts` and `Losses.ts` are what platforms and browsers
 * make of `losses.ts`.
 *
 * @returns its true name; undefined if it is none of the course's
 */
export function courseFileOf(name: string, files: CourseFiles): string | undefined {
  for (const plain of [name, withoutNumber(name)]) {
    const found = [...files.keys()].find((file) => sameFile(file, plain));
    if (found !== undefined) return plain.toLowerCase().endsWith('.js') ? found.replace(/\.ts$/, '.js') : found;
  }
  return undefined;
}

/** `losses-1.ts` without its number, `homework-1.tar.gz` and `homework.tar-1.gz` likewise. */
export function withoutNumber(name: string): string {
  return name
    .replace(/\.tar[ _-]*\(?\d+\)?\.gz$/i, '.tar.gz')
    .replace(/[ _-]*(?:\(\d+\)|[ _-]\d+)((?:\.tar)?\.\w+)$/i, '$1');
}

/** The number that tells copies apart; 0 for none. */
export function numberIn(name: string): number {
  return withoutNumber(name) === name ? 0 : Number(/(\d+)\)?(?:\.tar|\.gz|\.\w+)+$/.exec(name)?.[1] ?? 0);
}

function sameFile(file: string, name: string): boolean {
  if (file.toLowerCase() === name.toLowerCase()) return true;
  return (
    file.replace(/\.ts$/, '').toLowerCase() === name.replace(/\.[tj]s$/i, '').toLowerCase() && /\.[tj]s$/i.test(name)
  );
}
