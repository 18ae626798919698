import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileProblem } from '../types';
import { findCandidates, type AssignmentFile } from './findCandidates';
import { isFileProblem } from './isFileProblem';
import { readGuarded } from './readGuarded';
import type { FoundFile, Submission } from './types';

/**
 * Reads the files that the assignments name out of a folder. A file that is missing or unreadable is a value of the result.
 *
 * @param assignments - the assignments to look for: `id` is their folder's name, `file` their file's, such as `losses.ts`
 * @param options.named - whether the assignments were named by the user; where it is just one, its file may lie at the top
 * @throws if the folder itself does not exist
 */
export async function readSubmission(
  directory: string,
  assignments: readonly AssignmentFile[],
  { named = false }: { readonly named?: boolean } = {},
): Promise<Submission> {
  const root = await realpath(directory);
  const mayLieAtTop = named && assignments.length === 1;
  const files = new Map<string, FoundFile | FileProblem>();
  for (const assignment of assignments) files.set(assignment.id, await readAssignment(root, assignment, mayLieAtTop));
  return { name: basename(root), directory: root, files };
}

async function readAssignment(root: string, assignment: AssignmentFile, mayLieAtTop: boolean): Promise<FoundFile | FileProblem> {
  const candidates = await findCandidates(root, assignment, mayLieAtTop);
  const [candidate] = candidates;
  if (candidate === undefined) return { status: 'missing', file: `${assignment.id}/${assignment.file}` };
  if (candidates.length > 1) return { status: 'ambiguous', candidates: candidates.map(({ file }) => file) };
  const { base, file } = candidate;
  const text = await readGuarded({ directory: root, base, file });
  return isFileProblem(text) ? text : { status: 'found', directory: root, base, file, text };
}
