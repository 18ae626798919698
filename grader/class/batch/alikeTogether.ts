import { contentHash } from './contentHash';
import type { ClassEntry } from './findSubmissions';

/** Files that are open at once. */
const atOnce = 16;

/**
 * Submissions that hold the same, such as partners' or a skeleton that no one changed, side by side in the order of the
 * first of each: one lane grades them, and remembers the score for the others.
 */
export async function alikeTogether(submissions: readonly ClassEntry[]): Promise<readonly (readonly ClassEntry[])[]> {
  const groups = new Map<string, ClassEntry[]>();
  for (let begin = 0; begin < submissions.length; begin += atOnce) {
    const some = submissions.slice(begin, begin + atOnce);
    const hashes = await Promise.all(some.map(hashOf));
    for (const [index, one] of some.entries()) {
      const hash = hashes[index] ?? one.name;
      groups.set(hash, [...(groups.get(hash) ?? []), one]);
    }
  }
  return [...groups.values()];
}

/** What can't be read is like nothing else, and graded for the sentence that says so. */
async function hashOf({ name, path, problem }: ClassEntry): Promise<string> {
  return problem === undefined ? contentHash(path).catch(() => `unreadable ${name}`) : `unreadable ${name}`;
}
