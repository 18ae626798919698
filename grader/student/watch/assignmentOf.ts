import { basename, dirname } from 'node:path';

/** The assignment of a saved file; undefined if it is not a source of one. */
export function assignmentOf(path: string, assignments: readonly string[]): string | undefined {
  const id = basename(dirname(path));
  return /\.[jt]s$/.test(path) && assignments.includes(id) ? id : undefined;
}
