import type { Tensor, TensorContainer } from '@tensorflow/tfjs';
import * as tf from '../../../precision/tfjs';
import type { ExerciseFunction, MistakeSpec } from './spec';

/** `compute` without leaking intermediate tensors, which would cost points of its own. */
export function tidied<F extends ExerciseFunction>(compute: F): F {
  return ((...args: Parameters<F>) => {
    const engine = tf.engine();
    const keep = <T>(result: T): T => {
      engine.endScope(result as TensorContainer);
      return result;
    };
    const drop = (error: unknown): never => {
      engine.endScope();
      throw error;
    };
    engine.startScope();
    let result: unknown;
    try {
      result = compute(...args);
    } catch (error) {
      return drop(error);
    }
    // `tf.tidy` would end before the promise settles.
    return result instanceof Promise ? result.then(keep, drop) : keep(result);
  }) as F;
}

/** Some fields of a result. */
type Altered<R> = { readonly [K in keyof R]?: R[K] extends Tensor ? Tensor : R[K] };

/** Returns a factory of `solution` with some fields of its result replaced by what `change` returns, without leaks. */
export function altered<A extends unknown[], R extends object>(
  solution: (...args: A) => R,
  change: (right: Awaited<R>, ...args: A) => Altered<Awaited<R>>,
): () => (...args: A) => R {
  const change_ = (right: Awaited<R>, args: A): Awaited<R> => ({ ...right, ...change(right, ...args) });
  return () =>
    tidied((...args: A) => {
      const right = solution(...args);
      return (
        right instanceof Promise
          ? right.then((one: Awaited<R>) => change_(one, args))
          : change_(right as Awaited<R>, args)
      ) as R;
    });
}

/** Stateless mistakes, from the wrong versions by id. */
export function wrong<F extends ExerciseFunction>(versions: Readonly<Record<string, F>>): MistakeSpec<F>[] {
  return Object.entries(versions).map(([id, version]) => ({ id, make: () => tidied(version) }));
}

/** A mistake that is recognised by the checks that fail. */
export function failing<F extends ExerciseFunction>(id: string, fails: readonly string[], version: F): MistakeSpec<F> {
  return { id, fails, make: () => tidied(version) };
}
