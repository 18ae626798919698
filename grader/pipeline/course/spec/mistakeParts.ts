import type { Tensor, TensorContainer } from '@tensorflow/tfjs';
import * as tf from '../../../precision/tfjs';
import type { ExerciseFunction, MistakeSpec } from './spec';

/** `compute` without what it leaves allocated on the way, which would cost points of its own. */
export function tidied<F extends ExerciseFunction>(compute: F): F {
  return ((...args: Parameters<F>) => tf.tidy(() => compute(...args) as TensorContainer)) as F;
}

/** A maker of `solution` with some fields of its result replaced by what `change` returns, and nothing left behind. */
export function altered<A extends unknown[], R extends object>(
  solution: (...args: A) => R,
  change: (right: R, ...args: A) => { readonly [K in keyof R]?: Tensor },
): () => (...args: A) => R {
  return () =>
    tidied((...args: A): R => {
      const right = solution(...args);
      return { ...right, ...change(right, ...args) };
    });
}

/** Mistakes that keep no state, from the wrong versions by id. */
export function wrong<F extends ExerciseFunction>(versions: Readonly<Record<string, F>>): MistakeSpec<F>[] {
  return Object.entries(versions).map(([id, version]) => ({ id, make: () => tidied(version) }));
}

/** A mistake that is recognised by the checks that fail. */
export function failing<F extends ExerciseFunction>(id: string, fails: readonly string[], version: F): MistakeSpec<F> {
  return { id, fails, make: () => tidied(version) };
}
