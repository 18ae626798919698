import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import type { makeStopping, Stopping } from './kinds';

/** A maker of `solution` with some fields of its result replaced by what `change` returns, and nothing left behind. */
export function altered<A extends unknown[], R extends object>(
  solution: (...args: A) => R,
  change: (right: R, ...args: A) => { readonly [K in keyof R]?: Tensor },
): () => (...args: A) => R {
  const compute = (...args: A): R => {
    const right = solution(...args);
    return { ...right, ...change(right, ...args) };
  };
  return () =>
    (...args) =>
      tf.tidy(() => compute(...args) as unknown as Tensor) as unknown as R;
}

/** A watcher like the solution's, with something forgotten. */
export function stopping({
  beginsAgain = true,
  isFinal = true,
  isBetter = (loss, best) => loss < best,
}: {
  readonly beginsAgain?: boolean;
  readonly isFinal?: boolean;
  readonly isBetter?: (loss: number, best: number) => boolean;
}): typeof makeStopping {
  return (patience): Stopping => {
    let lowest = Infinity;
    let waited = 0;
    return {
      record(loss) {
        if (isFinal && waited >= patience) return 'stop';
        if (!isBetter(loss, lowest)) waited += 1;
        else if (beginsAgain) waited = 0;
        lowest = Math.min(lowest, loss);
        return waited >= patience ? 'stop' : 'continue';
      },
      best: () => lowest,
    };
  };
}
