import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exercisesOf, released } from '../questions';
import type { Assignment, Compositions } from '../types';
import type { ScheduledAssignment } from './courseSchema';
import type { Checkout } from './curriculum';
import { readPublicFile } from './publicFile';
import { publicFileProblem } from './publicFileProblem';
import { settingsOf } from './settingsOf';
import { withCourseSettings } from './withCourseSettings';

/** Whether this checkout has the specs, from which hidden cases are drawn; a student's copy does not. */
export function hasSpecs(root: string): boolean {
  return existsSync(join(root, 'solutions'));
}

/** The public checks of one assignment, from its released file. */
export async function loadPublicAssignment({ root, curriculum, language }: Checkout, id: string): Promise<Assignment> {
  const name = `assignments/${id}/public.json`;
  const text = await readFile(join(root, name), 'utf8').catch(() => {
    throw publicFileProblem(name, { status: 'missing' }, language);
  });
  return readPublicFile(text, name, curriculum, language);
}

/** One assignment from its spec, with hidden cases if there is a hidden seed. */
export async function loadFullAssignment(
  checkout: Checkout,
  id: string,
  seeds: { public: string; hidden: string | undefined },
): Promise<Assignment> {
  // tfjs and the compiler are loaded only to run specs.
  const [{ loadSpec }, { prepareAssignment }] = await Promise.all([
    import('./loadSpec'),
    import('./prepareAssignment'),
  ]);
  const settings = await settingsOf(checkout, id);
  const { spec, hash } = await loadSpec(checkout, id);
  const functions = await prepareAssignment(spec, seeds, hashAs(hash, settings));
  const questions = exercisesOf(spec.questions ?? {}, `${seeds.public}\n${id}`);
  const whole = withCourseSettings({ ...functions, exercises: [...functions.exercises, ...questions] }, settings);
  return whole.scope === 'public' ? released(whole) : whole;
}

/** A course's settings for points change the checks, so they are part of the hash. */
function hashAs(hash: string, { points, withdrawn }: Partial<ScheduledAssignment>): string {
  if (points === undefined && withdrawn === undefined) return hash;
  const text = JSON.stringify([hash, points, withdrawn]);
  return createHash('sha256').update(text).digest('hex').slice(0, hash.length);
}

/** Loads an assignment's compositions from its spec, once. */
export function compositionsLoader(checkout: Checkout, id: string): () => Promise<Compositions> {
  const load = async (): Promise<Compositions> => {
    const [{ loadSpec }, { compositionsOf }] = await Promise.all([import('./loadSpec'), import('./compositionsOf')]);
    return compositionsOf((await loadSpec(checkout, id)).spec);
  };
  let loading: Promise<Compositions> | undefined;
  return () => (loading ??= load());
}
