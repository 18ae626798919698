/** What wrong versions are made of. */
import * as tf from '@tensorflow/tfjs';
import type { ExerciseFunction, MistakeSpec } from 'descent/author';

/** `compute` without what it leaves allocated on the way. */
export function tidied<F extends ExerciseFunction>(compute: F): F {
  return ((...args: Parameters<F>) => tf.tidy(() => compute(...args) as tf.TensorContainer)) as F;
}

/** Mistakes that keep nothing between calls, from the wrong versions by id. */
export function wrong<F extends ExerciseFunction>(versions: Readonly<Record<string, F>>): MistakeSpec<F>[] {
  return Object.entries(versions).map(([id, version]) => ({ id, make: () => tidied(version) }));
}

/** A mistake that is recognised by the checks that fail. */
export function failing<F extends ExerciseFunction>(id: string, fails: readonly string[], version: F): MistakeSpec<F> {
  return { id, fails, make: () => tidied(version) };
}

export type Prefers = (rival: number, leader: number) => boolean;

/** Whether a number may take the lead from NaN, whatever else decides. */
export const orFirstNumber =
  (prefers: Prefers): Prefers =>
  (rival, leader) =>
    prefers(rival, leader) || (Number.isNaN(leader) && !Number.isNaN(rival));
