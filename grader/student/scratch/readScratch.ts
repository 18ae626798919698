import { realpath } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { dirname, relative, sep } from 'node:path';
import { compileFile, readCode, type Compiled, type FoundFile } from '../../pipeline/submission';
import type { FileProblem } from '../../pipeline/types';

/**
 * Reads and compiles a scratch file, with the student's own files that it imports.
 *
 * @param root - of the course: a file inside can import everything in the course, other files everything in their own
 *   folder
 */
export async function readScratch(root: string, file: string): Promise<Compiled | FileProblem> {
  const [course, path] = await Promise.all([realpath(root), realpath(file).catch(() => undefined)]);
  if (path === undefined) return { status: 'missing', file };
  const directory = path.startsWith(course + sep) ? course : dirname(path);
  const name = relative(directory, path).split(sep).join('/');
  const [read] = await readCode(directory, [name]);
  if (read === undefined) return { status: 'missing', file };
  const found: FoundFile = { status: 'found', directory, base: '', file: name, text: read.text };
  // It runs as the student's own program, so it can read files, and the course's data.
  return compileFile(found, isBuiltin);
}
