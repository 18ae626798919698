import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { courseRoot } from '../../bundling/courseRoot';
import { curriculum } from '../../curriculum';
import { publicFileProblem, readPublicFile, sourceFolder } from '../../pipeline/course';
import type { Assignment } from '../../pipeline/types';
import { languageOf } from '../../pipeline/words/languageOf';
import { messageOnly } from './messageOnly';
import { secondsPerFunction } from './secondsPerFunction';

const engine = join(__dirname, '../../..');
const root = courseRoot(engine);

/** The tested folder, from the Jest project: skeletons or solutions. */
declare const submissionFolder: 'assignments' | 'solutions';

/** Time limit of a function; none for the solutions, which end on any machine. */
export const seconds = submissionFolder === 'assignments' ? secondsPerFunction(process.env) : undefined;

/** Path of the tested file. */
export function testedFolder(id: string): string {
  return submissionFolder === 'assignments' ? join(root, 'assignments', id) : sourceFolder({ root, engine }, id);
}

let read: Assignment | undefined;

/** An assignment's public checks, read once. */
export function publicAssignment(id: string): Assignment {
  const path = `assignments/${id}/public.json`;
  const { language } = languageOf(process.env);
  if (read?.id === id) return read;
  try {
    if (!existsSync(join(root, path))) throw publicFileProblem(path, { status: 'missing' }, language);
    read = readPublicFile(readFileSync(join(root, path), 'utf8'), path, curriculum, language);
  } catch (error) {
    throw messageOnly((error as Error).message);
  }
  return read;
}
