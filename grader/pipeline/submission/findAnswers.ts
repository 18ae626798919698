import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { AnswersFile } from '../questions';
import { answersFile } from './archives/isSourceFile';
import type { AssignmentFile } from './findCandidates';
import { isFileProblem } from './isFileProblem';
import { readGuarded } from './readGuarded';
import type { FoundFile } from './types';
import { whyUnreadable } from './whyUnreadable';

/** The answers file next to an assignment's file; undefined if it has no questions, or none was answered. */
export async function findAnswers(
  { directory, base, file }: FoundFile,
  { exercises = [] }: AssignmentFile,
): Promise<AnswersFile | undefined> {
  if (exercises.every(({ question }) => question === undefined)) return undefined;
  const folder = posix.dirname(file);
  const names = await readdir(join(directory, folder)).catch((error: unknown) => whyUnreadable(error));
  if (typeof names === 'string') return { status: 'unreadable', file: folder, reason: names };
  const [first, ...others] = names.filter((name) => answersFile.test(name)).map((name) => posix.join(folder, name));
  if (first === undefined) return undefined;
  if (others.length > 0)
    return { status: 'unreadable', file: first, reason: `there is ${others.join(', ')} as well; keep one of them` };
  const read = await readGuarded({ directory, base, file: first });
  if (!isFileProblem(read)) return { status: 'text', file: first, text: read.text };
  return { status: 'unreadable', file: first, reason: read.status === 'unreadable' ? read.reason : read.status };
}
