import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasSpecs, hiddenSeed, isWeakSeed, loadPublicAssignment, readCourse } from '../../pipeline/course';
import type { Installation } from '../installation';
import { openCourse } from '../openCourse';
import { note, ok, problem, type Finding, type Said } from './finding';

/** Checks the course's files and the source of the hidden seed. */
export async function lookAtCourse(installation: Installation): Promise<readonly Finding[]> {
  const { root } = installation;
  const topic: Said = (texts) => texts.course;
  try {
    const course = await readCourse(root);
    const { assignments, publicSeed } = course;
    for (const id of assignments) await loadPublicAssignment(installation, id);
    const seed = await lookAtSeed(root, publicSeed);
    if (seed.status === 'problem') return [ok(topic, (texts) => texts.assignments(assignments.length)), seed];
    const { scope, load, save } = await openCourse(installation, course, undefined);
    // Loaded like a batch does, and cached for it.
    for (const id of scope === 'full' ? assignments : []) await load(id);
    await save();
    return [ok(topic, (texts) => texts.assignmentsWith(assignments.length, scope)), seed];
  } catch (error) {
    return [problem(topic, (error as Error).message, (texts) => texts.restore)];
  }
}

async function lookAtSeed(root: string, publicSeed: string): Promise<Finding> {
  const topic: Said = (texts) => texts.seed;
  if (!hasSpecs(root)) return ok(topic, (texts) => texts.noSeed);
  const { seed, from } = await hiddenSeed(root, undefined, publicSeed);
  if (from !== 'public' && isWeakSeed(seed))
    return problem(
      topic,
      (texts) => texts.weakSeed,
      (texts) => texts.newSeed,
    );
  if (from === 'environment') return ok(topic, (texts) => texts.seedFrom('DESCENT_HIDDEN_SEED'));
  if (from === 'file') return ok(topic, (texts) => texts.seedFrom('.descent/seed'));
  return note(
    topic,
    (texts) => texts.publicSeed,
    (texts) => texts.setSeed,
  );
}

/** Built files and hints are stored in `.descent`; if that isn't writable, built files go to the user's cache. */
export async function lookAtCache({
  root,
  childCommand,
}: Pick<Installation, 'root' | 'childCommand'>): Promise<Finding> {
  const topic: Said = (texts) => texts.cache;
  const folder = join(root, '.descent', 'cache');
  const probe = join(folder, `doctor.${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    return ok(topic, (texts) => texts.cacheWorks);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return note(
      topic,
      (texts) => texts.cacheFails(code, dirname(dirname(childCommand.at(-1) ?? ''))),
      (texts) => texts.cacheElsewhere,
    );
  }
}
