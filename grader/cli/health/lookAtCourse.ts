import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasSpecs, hiddenSeed, loadPublicAssignment, readCourse, type Checkout } from '../../pipeline/course';
import { note, ok, problem, type Finding } from './finding';

/** The course's own files, and where its hidden seed is from. */
export async function lookAtCourse(checkout: Checkout): Promise<readonly Finding[]> {
  const { root } = checkout;
  try {
    const { assignments, publicSeed } = await readCourse(root);
    for (const id of assignments) await loadPublicAssignment(checkout, id);
    return [
      ok('course', `${assignments.length} assignments, with their public checks`),
      await lookAtSeed(root, publicSeed),
    ];
  } catch (error) {
    return [problem('course', (error as Error).message, 'restore the file, or get it again from the course')];
  }
}

async function lookAtSeed(root: string, publicSeed: string): Promise<Finding> {
  const topic = 'hidden seed';
  if (!hasSpecs(root))
    return ok(topic, "none, as it should be in a student's copy: hidden checks run when you hand in");
  const { from } = await hiddenSeed(root, undefined, publicSeed);
  if (from === 'environment') return ok(topic, 'from DESCENT_HIDDEN_SEED');
  if (from === 'file') return ok(topic, 'from .descent/seed');
  return note(
    topic,
    'not set: hidden cases are drawn from the public seed, so that anyone can know them',
    'set DESCENT_HIDDEN_SEED, or write .descent/seed',
  );
}

/** Built files and hints are kept in `.descent`. */
export async function lookAtCache(root: string): Promise<Finding> {
  const folder = join(root, '.descent', 'cache');
  const probe = join(folder, `doctor.${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return ok('cache folder', '.descent/cache can be written to');
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return problem(
      'cache folder',
      `.descent/cache can't be written to (${code})`,
      'make .descent writable for you: grader and Jest keep what they build there',
    );
  }
}
