import type { AssignmentFile } from '../findCandidates';
import { isFileProblem } from '../isFileProblem';
import { readGuarded } from '../readGuarded';
import type { FoundFile } from '../types';
import { isNamed } from './likeness';

/** If nothing is started in the found file, the other files of the same name in which something is. */
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

/** Whether each function is still a TODO, as in the skeleton. */
function isUntouched(text: string, names: readonly string[]): boolean {
  return (
    names.length > 0 && names.every((name) => new RegExp(`NotImplementedError\\(\\s*['"\`]${name}['"\`]`).test(text))
  );
}
