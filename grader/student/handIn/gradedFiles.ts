import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { PackedFile } from '../../files';
import { compileSubmission, isFileProblem, type FoundFile } from '../../pipeline/submission';
import type { FileProblem, FileRemark } from '../../pipeline/types';

/** Files to pack. */
export interface GradedFiles {
  readonly status: 'graded-files';
  readonly files: readonly PackedFile[];
  /** For the imported files. */
  readonly remarks: readonly FileRemark[];
}

/**
 * Exactly the graded files of an assignment: its file, the student's own files that it imports, and answers to its
 * questions, with paths relative to the assignment's folder.
 *
 * @returns a problem if they don't compile
 */
export async function gradedFiles(found: FoundFile): Promise<GradedFiles | FileProblem> {
  const compiled = await compileSubmission(found);
  if (isFileProblem(compiled)) return compiled;
  const { answers } = found;
  const paths = new Set([...compiled.sources.keys(), ...(answers === undefined ? [] : [answers.file])]);
  const files = [...paths].map(async (path) => ({
    path: posix.relative(found.base, path),
    content: await readFile(join(found.directory, path)),
  }));
  return { status: 'graded-files', files: await Promise.all(files), remarks: compiled.remarks };
}
