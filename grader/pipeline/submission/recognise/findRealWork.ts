import { dirname } from 'node:path';
import { innerArchive } from '../archives/isSourceFile';
import type { AssignmentFile } from '../findCandidates';
import { isFileProblem } from '../isFileProblem';
import { readGuarded } from '../readGuarded';
import type { FoundFile } from '../types';
import { exportsOf } from './exportsOf';
import { isCodeLike, isNamed, looksLike } from './likeness';

/**
 * If nothing is started in the found file, the other files that have work instead: of the same name in any folder, of a
 * similar name or with the expected exports among `near`; and archives, which may.
 *
 * @param all - all files of the submission
 * @param near - those that belong to no other assignment
 */
export async function findRealWork(
  { directory, file, text }: FoundFile,
  { file: wanted, exercises = [] }: AssignmentFile,
  { all, near }: { readonly all: readonly string[]; readonly near: readonly string[] },
): Promise<readonly string[]> {
  const names = exercises.filter(({ question }) => question === undefined).map(({ name }) => name);
  if (names.length === 0 || isStarted(text, names)) return [];
  // A file deeper in a copy of a course has its own purpose, even if it exports the same name.
  const isClose = (one: string): boolean => looksLike(one, wanted) || [dirname(file), '.'].includes(dirname(one));
  const meant = new Set([
    ...all.filter((one) => isNamed(one, wanted)),
    ...near.filter((one) => innerArchive.test(one) || (isCodeLike(one) && isClose(one))),
  ]);
  meant.delete(file);
  const found: string[] = [];
  for (const other of meant) if (innerArchive.test(other) || (await hasWork(other))) found.push(other);
  return found;

  async function hasWork(other: string): Promise<boolean> {
    const read = await readGuarded({ directory, base: '', file: other });
    if (isFileProblem(read) || !isStarted(read.text, names)) return false;
    const exported = await exportsOf(read.text);
    return exported === undefined ? isNamed(other, wanted) : names.some((name) => exported.includes(name));
  }
}

/** As in `export * from './mine'`, whose names stand in the other file. */
const importsOwnFile = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"`]\.{1,2}\//;

/**
 * Whether a text mentions one of the functions, or builds on other files, and not each function is still a TODO, as in
 * the skeleton.
 */
function isStarted(text: string, names: readonly string[]): boolean {
  const isTodo = (name: string): boolean => new RegExp(`NotImplementedError\\(\\s*['"\`]${name}['"\`]`).test(text);
  return (names.some((name) => text.includes(name)) || importsOwnFile.test(text)) && !names.every(isTodo);
}
