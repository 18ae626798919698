import { unfitPaths, type Files } from '../../student/update';

/** One sentence per file whose name is not valid on every system, to find it before a student's update does. */
export function unfitNames(files: Files): readonly string[] {
  return unfitPaths([...files.keys()]).map(
    (path) => `${path}: not every system takes its name; use letters from a to z, digits, and . - _ in it`,
  );
}
