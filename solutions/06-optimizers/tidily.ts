import * as tf from '@tensorflow/tfjs';
import type { ExerciseFunction, MistakeSpec } from 'descent/author';

/** The same function, leaving no tensor allocated but what it returns. */
export function tidily<F extends ExerciseFunction>(step: F): F {
  return ((...args: Parameters<F>) => tf.tidy(() => step(...args) as tf.TensorContainer)) as F;
}

/** Mistakes that keep no state, from the wrong versions by id. */
export function wrong<F extends ExerciseFunction>(versions: Readonly<Record<string, F>>): MistakeSpec<F>[] {
  return Object.entries(versions).map(([id, version]) => ({ id, make: () => tidily(version) }));
}
