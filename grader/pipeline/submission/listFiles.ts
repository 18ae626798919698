import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isOfTools } from './archives';
import { whyUnreadable } from './whyUnreadable';

/** A submission has a few; more is a whole disk. */
export const maxFiles = 2_000;
/** Files of the course, identified by a neighbouring file: next to it, they are not the student's work. */
const given = new Map([
  [
    'assignments',
    /^(solutions|grader|data|play|README.*\.md|LICENSE|MANIFEST\.json|package(-lock)?\.json|tsconfig\.json|jest\.config\.js)$/,
  ],
  ['course.json', /^(README.*\.md|course\.json)$/],
  ['public.json', /^(README.*\.md|pictures|public\.json|.*\.test\.ts)$/],
]);

/** The files of a submission that a student may have added, as relative paths in sorted order. */
export interface Listing {
  readonly files: readonly string[];
  /** Folders whose contents are unknown, relative to the submission; empty for the submission itself. */
  readonly unreadable: readonly { readonly folder: string; readonly reason: string }[];
  /** Whether all of them are listed. */
  readonly isComplete: boolean;
}

/** Lists a submission. Links are listed but not followed. */
export async function listFiles(root: string): Promise<Listing> {
  const found: string[] = [];
  const unreadable: { folder: string; reason: string }[] = [];
  let isComplete = true;
  const visit = async (below: string): Promise<void> => {
    const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: unknown) => {
      unreadable.push({ folder: below, reason: whyUnreadable(error) });
      return [];
    });
    const patterns = entries.flatMap(({ name }) => given.get(name) ?? []);
    const isSkipped = (name: string): boolean =>
      patterns.some((pattern) => pattern.test(name)) || (below === '' && name === 'solutions');
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (isOfTools(path) || isSkipped(entry.name)) continue;
      if (entry.isDirectory()) await visit(path);
      else if (found.length < maxFiles) found.push(path);
      else isComplete = false;
      if (!isComplete) return;
    }
  };
  await visit('');
  return { files: found, unreadable, isComplete };
}
