import { unfitPaths, type Files } from '../../student/update';

/** A sentence for each file whose name not every system takes: better found here than by a student who updates. */
export function unfitNames(files: Files): readonly string[] {
  return unfitPaths([...files.keys()]).map(
    (path) => `${path}: not every system takes its name; use letters from a to z, digits, and . - _ in it`,
  );
}
