import { basename, dirname, join } from 'node:path';
import {
  AssignmentCache,
  compositionsLoader,
  hashOfFolder,
  hasSpecs,
  hiddenSeed,
  isWeakSeed,
  loadFullAssignment,
  loadPublicAssignment,
  seedLabel,
  type Course,
} from '../pipeline/course';
import type { Assignment, Scope } from '../pipeline/types';
import type { Installation } from './installation';

/** The assignments that can be graded here, and the seed of their cases. */
export interface OpenCourse {
  readonly scope: Scope;
  readonly label: string;
  readonly warning: string | undefined;
  readonly load: (id: string) => Promise<Assignment>;
  /** Caches the loaded assignments for the next process that grades. */
  readonly save: () => Promise<void>;
}

/**
 * Specs with hidden cases in the staff's checkout; the released public checks in a student's copy.
 *
 * @throws if the stored seed is weak
 */
export async function openCourse(
  installation: Installation,
  course: Course,
  seedOption: string | undefined,
): Promise<OpenCourse> {
  const { root } = installation;
  const { publicSeed } = course;
  if (!hasSpecs(root)) {
    const load = (id: string): Promise<Assignment> => loadPublicAssignment(installation, id);
    return { scope: 'public', label: seedLabel(publicSeed), warning: undefined, load, save: () => Promise.resolve() };
  }
  const { seed, from } = await hiddenSeed(root, seedOption, publicSeed);
  const isWeak = from !== 'public' && isWeakSeed(seed);
  if (isWeak && from !== 'option') throw new Error(weakStoredSeed(from));
  const warning =
    from === 'public'
      ? 'hidden cases are drawn from the public seed, which anyone can know; set DESCENT_HIDDEN_SEED or write .descent/seed'
      : isWeak
        ? 'the hidden seed is short or simple enough to be guessed from its label, and good for trial runs only; create one with `grader new-seed`'
        : undefined;
  const cache = openCache(installation, [publicSeed, seed, JSON.stringify(course.schedule)]);
  return {
    scope: 'full',
    // Safe to cache: a reader of the cache can read the hidden cases as well.
    label: await cache.loadText('seed label', () => seedLabel(seed)),
    warning,
    load: async (id) => ({
      // Only data is cached; functions are loaded once a submission needs them.
      loadCompositions: compositionsLoader(installation, id),
      ...(await cache.load(id, () => loadFullAssignment(installation, id, { public: publicSeed, hidden: seed }))),
    }),
    save: () => cache.save(),
  };
}

/** A stored seed is for a class: a dictionary attack on a weak one reveals all hidden cases. */
function weakStoredSeed(from: 'environment' | 'file'): string {
  const place = from === 'file' ? '.descent/seed' : 'DESCENT_HIDDEN_SEED';
  return (
    `the hidden seed in ${place} is short or simple enough to be guessed, and with it all hidden cases; ` +
    'create one with `grader new-seed`, or pass a seed for a trial run with --seed'
  );
}

/**
 * Lies next to the bundles, whose folder is named after a hash of the grader's sources, its data and tfjs's version.
 */
function openCache(
  { root, engine, childCommand, curriculum }: Installation,
  drawnFrom: readonly string[],
): AssignmentCache {
  const bundles = dirname(childCommand.at(-1) ?? '');
  const sources = [...new Set([root, engine])].map((folder) => hashOfFolder(join(folder, 'solutions')));
  const key = [process.version, process.arch, basename(bundles), ...sources, ...drawnFrom];
  return new AssignmentCache(join(dirname(bundles), 'assignments'), key, curriculum);
}
