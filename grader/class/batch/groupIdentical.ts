import { inParallel } from '../../files';
import { contentHash } from './contentHash';
import type { ClassEntry } from './findSubmissions';

/**
 * Groups identical submissions, such as partners' or untouched skeletons, in the order of their first members. One lane
 * grades a group, and reuses the score.
 */
export async function groupIdentical(submissions: readonly ClassEntry[]): Promise<readonly (readonly ClassEntry[])[]> {
  const groups = new Map<string, ClassEntry[]>();
  const hashes = await inParallel(submissions, hashOf);
  for (const [index, one] of submissions.entries()) {
    const hash = hashes[index] ?? one.name;
    groups.set(hash, [...(groups.get(hash) ?? []), one]);
  }
  return [...groups.values()];
}

/** An unreadable submission is in a group of its own; grading it reports why. */
async function hashOf({ name, path, problem }: ClassEntry): Promise<string> {
  return problem === undefined ? contentHash(path).catch(() => `unreadable ${name}`) : `unreadable ${name}`;
}
