import { basename, dirname } from 'node:path';

/** The assignment that a saved file belongs to; undefined for what is no source of an assignment. */
export function assignmentOf(path: string, assignments: readonly string[]): string | undefined {
  const id = basename(dirname(path));
  return /\.[jt]s$/.test(path) && assignments.includes(id) ? id : undefined;
}
