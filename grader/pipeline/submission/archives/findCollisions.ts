import { foldedPath } from './entryPath';
import type { StagedFile } from './stageEntries';
import type { SkippedEntry } from './types';

export interface Sorted {
  readonly kept: readonly StagedFile[];
  readonly collisions: readonly SkippedEntry[];
}

/**
 * Separates files that can't coexist on every system: the same path twice, or with only case or composition differing,
 * and a file where another needs a folder. None of them is kept, since it is unknown which one is meant.
 */
export function findCollisions(files: readonly StagedFile[]): Sorted {
  const takenBy = new Map<string, Set<string>>();
  for (const [index, { path }] of files.entries()) {
    const parts = foldedPath(path).split('/');
    for (let length = 1; length <= parts.length; length++) {
      const key = parts.slice(0, length).join('/');
      const users = takenBy.get(key) ?? new Set();
      // Many files can share a folder; spelled in two ways, it is one or two folders depending on the system, which is
      // harmless.
      users.add(length === parts.length ? `file ${index}` : 'folder');
      takenBy.set(key, users);
    }
  }
  const kept: StagedFile[] = [];
  const collisions: SkippedEntry[] = [];
  for (const file of files) {
    const users = takenBy.get(foldedPath(file.path)) ?? new Set();
    if (users.size === 1) kept.push(file);
    else
      collisions.push({
        name: file.path,
        reason: `the archive has it more than once, or another that differs in capitals only; keep one`,
      });
  }
  return { kept, collisions };
}
