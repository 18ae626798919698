import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { compileSubmission, isFileProblem, type FoundFile } from '../../pipeline/submission';
import type { FileProblem } from '../../pipeline/types';

/** Contents by path in the archive. */
export type GradedFiles = ReadonlyMap<string, Buffer>;

/**
 * What an assignment is graded from, and nothing else: its file, and those of the student's own that it imports.
 * They lie below the assignment's folder as they do on disk.
 *
 * @returns a problem if they don't compile
 */
export async function gradedFiles(found: FoundFile): Promise<GradedFiles | FileProblem> {
  const compiled = await compileSubmission(found);
  if (isFileProblem(compiled)) return compiled;
  const files = new Map<string, Buffer>();
  for (const path of [...compiled.sources.keys()].toSorted()) {
    files.set(posix.relative(found.base, path), await readFile(join(found.directory, path)));
  }
  return files;
}
