import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hasSpecs, hiddenSeed, isWeakSeed, loadPublicAssignment, readCourse } from '../../pipeline/course';
import type { Installation } from '../installation';
import { openCourse } from '../openCourse';
import { note, ok, problem, type Finding } from './finding';

/** Checks the course's files and the source of the hidden seed. */
export async function lookAtCourse(installation: Installation): Promise<readonly Finding[]> {
  const { root } = installation;
  try {
    const course = await readCourse(root);
    const { assignments, publicSeed } = course;
    for (const id of assignments) await loadPublicAssignment(installation, id);
    const seed = await lookAtSeed(root, publicSeed);
    if (seed.isUnusable) return [(texts) => ok(texts.course, texts.assignments(assignments.length)), seed.finding];
    const { scope, load, save } = await openCourse(installation, course, undefined);
    // Loaded like a batch does, and cached for it.
    for (const id of scope === 'full' ? assignments : []) await load(id);
    await save();
    return [(texts) => ok(texts.course, texts.assignmentsWith(assignments.length, scope)), seed.finding];
  } catch (error) {
    return [(texts) => problem(texts.course, (error as Error).message, texts.restore)];
  }
}

async function lookAtSeed(
  root: string,
  publicSeed: string,
): Promise<{ readonly isUnusable?: boolean; readonly finding: Finding }> {
  if (!hasSpecs(root)) return { finding: (texts) => ok(texts.seed, texts.noSeed) };
  const { seed, from } = await hiddenSeed(root, undefined, publicSeed);
  if (from === 'public') return { finding: (texts) => note(texts.seed, texts.publicSeed, texts.setSeed) };
  if (isWeakSeed(seed))
    return { isUnusable: true, finding: (texts) => problem(texts.seed, texts.weakSeed, texts.newSeed) };
  const place = from === 'file' ? '.descent/seed' : 'DESCENT_HIDDEN_SEED';
  return { finding: (texts) => ok(texts.seed, texts.seedFrom(place)) };
}

/** Built files and hints are stored in `.descent`; if that isn't writable, built files go to the user's cache. */
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
    return (texts) => ok(texts.cache, texts.cacheWorks);
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    const elsewhere = dirname(dirname(childCommand.at(-1) ?? ''));
    return (texts) => note(texts.cache, texts.cacheFails(code, elsewhere), texts.cacheElsewhere);
  }
}
