import type { AssignmentFile } from '../findCandidates';
import { isFileProblem } from '../isFileProblem';
import { readGuarded } from '../readGuarded';
import type { FoundFile } from '../types';
import { isNamed } from './likeness';

/**
 * Files of the same name elsewhere in the submission in which something is done, where in the one that was found
 * nothing is.
 */
export async function findRealWork(
  { directory, file, text }: FoundFile,
  { file: wanted, exercises = [] }: AssignmentFile,
  files: readonly string[],
): Promise<readonly string[]> {
  const names = exercises.map(({ name }) => name);
  if (!isUntouched(text, names)) return [];
  const found: string[] = [];
  for (const other of files.filter((one) => one !== file && isNamed(one, wanted))) {
    const read = await readGuarded({ directory, base: '', file: other });
    if (!isFileProblem(read) && !isUntouched(read.text, names)) found.push(other);
  }
  return found;
}

/** Whether each function still says that it is to do, as in the skeleton. */
function isUntouched(text: string, names: readonly string[]): boolean {
  return (
    names.length > 0 && names.every((name) => new RegExp(`NotImplementedError\\(\\s*['"\`]${name}['"\`]`).test(text))
  );
}
