import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasSpecs, hiddenSeed, isWeakSeed, loadPublicAssignment, readCourse } from '../../pipeline/course';
import type { Installation } from '../installation';
import { openCourse } from '../openCourse';
import { note, ok, problem, type Finding } from './finding';

/** The course's own files, and where its hidden seed is from. */
export async function lookAtCourse(installation: Installation): Promise<readonly Finding[]> {
  const { root } = installation;
  try {
    const course = await readCourse(root);
    const { assignments, publicSeed } = course;
    for (const id of assignments) await loadPublicAssignment(installation, id);
    const seed = await lookAtSeed(root, publicSeed);
    if (seed.status === 'problem') return [ok('course', `${assignments.length} assignments`), seed];
    const { scope, load, save } = await openCourse(installation, course, undefined);
    // As a batch does, and kept for it.
    for (const id of scope === 'full' ? assignments : []) await load(id);
    await save();
    const checks = scope === 'full' ? 'public and hidden checks' : 'public checks';
    return [ok('course', `${assignments.length} assignments, with their ${checks}`), seed];
  } catch (error) {
    return [problem('course', (error as Error).message, 'restore the file, or get it again from the course')];
  }
}

async function lookAtSeed(root: string, publicSeed: string): Promise<Finding> {
  const topic = 'hidden seed';
  if (!hasSpecs(root))
    return ok(topic, "none, as it should be in a student's copy: hidden checks run when you hand in");
  const { seed, from } = await hiddenSeed(root, undefined, publicSeed);
  if (from !== 'public' && isWeakSeed(seed))
    return problem(
      topic,
      'short or plain enough to be guessed, and with it all hidden cases: nothing is graded with it',
      'make one with `grader new-seed`',
    );
  if (from === 'environment') return ok(topic, 'from DESCENT_HIDDEN_SEED');
  if (from === 'file') return ok(topic, 'from .descent/seed');
  return note(
    topic,
    'not set: hidden cases are drawn from the public seed, so that anyone can know them',
    'set DESCENT_HIDDEN_SEED, or write .descent/seed',
  );
}

/** Built files and hints are kept in `.descent`; where that can't be, what is built is in the user's own cache. */
export async function lookAtCache({
  root,
  childCommand,
}: Pick<Installation, 'root' | 'childCommand'>): Promise<Finding> {
  const folder = join(root, '.descent', 'cache');
  const probe = join(folder, `doctor.${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return ok('cache folder', '.descent/cache can be written to');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return note(
      'cache folder',
      `.descent/cache can't be written to (${code}); what is built is kept in ${dirname(dirname(childCommand.at(-1) ?? ''))}`,
      'grading goes on as it is; for npm test and hints make .descent writable for you',
    );
  }
}
