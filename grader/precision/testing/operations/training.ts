import type { Optimizer, Scalar } from '@tensorflow/tfjs';
import type { Tfjs } from '../../measurePrecision';
import type { OperationCase } from './operationCase';
import { list, mean, sum } from './plain';
import type { RandomNumbers } from './randomNumbers';

const steps = 5;

/** One step of one weight; `state` is the optimizer's, initially zero. */
type Rule = (w: number, gradient: number, state: { first: number; second: number; t: number }) => number;

/** tfjs's optimizers with a given ε, and the layers that a small network is made of. */
export function training(random: RandomNumbers): OperationCase[] {
  const curvatures = random.vector(3, 0.5, 2);
  const start = random.vector(3, 0.5, 2);

  /** Both sides of: `steps` steps on Σ c·w²/2. */
  const optimizer = (name: string, make: (tf: Tfjs) => Optimizer, rule: Rule): OperationCase => ({
    name: `train.${name}`,
    compute: (tf) => {
      const w = tf.variable(tf.tensor1d(start));
      const made = make(tf);
      for (let step = 0; step < steps; step += 1)
        made.minimize(() => tf.mul(curvatures, w.square()).sum().div(2) as Scalar);
      const result = w.clone();
      w.dispose();
      made.dispose();
      return result;
    },
    expected: start.map((w0, i) => {
      const state = { first: 0, second: 0, t: 0 };
      let w = w0;
      for (let step = 0; step < steps; step += 1) w = rule(w, (curvatures[i] ?? NaN) * w, state);
      return w;
    }),
  });

  return [
    optimizer(
      'sgd',
      (tf) => tf.train.sgd(0.1),
      (w, g) => w - 0.1 * g,
    ),
    optimizer(
      'momentum',
      (tf) => tf.train.momentum(0.1, 0.9),
      (w, g, state) => {
        state.first = 0.9 * state.first + g;
        return w - 0.1 * state.first;
      },
    ),
    // The sum of squares starts at 0.1, and the fixed ε of 1e-7 is inside the root.
    optimizer(
      'adagrad',
      (tf) => tf.train.adagrad(0.1, 0.1),
      (w, g, state) => {
        state.second += g * g;
        return w - (0.1 * g) / Math.sqrt(0.1 + state.second + 1e-7);
      },
    ),
    optimizer(
      'rmsprop',
      (tf) => tf.train.rmsprop(0.1, 0.9, 0, 1e-8),
      (w, g, state) => {
        state.second = 0.9 * state.second + 0.1 * g * g;
        return w - (0.1 * g) / Math.sqrt(state.second + 1e-8);
      },
    ),
    optimizer(
      'adam',
      (tf) => tf.train.adam(0.1, 0.9, 0.999, 1e-8),
      (w, g, state) => {
        state.t += 1;
        state.first = 0.9 * state.first + 0.1 * g;
        state.second = 0.999 * state.second + 0.001 * g * g;
        return (
          w - (0.1 * (state.first / (1 - 0.9 ** state.t))) / (Math.sqrt(state.second / (1 - 0.999 ** state.t)) + 1e-8)
        );
      },
    ),
    ...layers(random),
  ];
}

function layers(random: RandomNumbers): OperationCase[] {
  const x = random.vector(6);
  const filter = random.vector(2);
  const entry = (i: number): number => x[i] ?? NaN;
  const [mu, variance] = [mean(x), mean(x.map((v) => (v - mean(x)) ** 2))];
  return [
    {
      name: 'conv2d',
      compute: (tf) => tf.conv2d(tf.tensor4d(x, [1, 1, 6, 1]), tf.tensor4d(filter, [1, 2, 1, 1]), 1, 'valid').flatten(),
      expected: list(5, (i) => sum(filter.map((f, k) => f * entry(i + k)))),
    },
    {
      name: 'maxPool',
      compute: (tf) => tf.maxPool(tf.tensor4d(x, [1, 1, 6, 1]), [1, 2], [1, 2], 'valid').flatten(),
      expected: list(3, (i) => Math.max(entry(2 * i), entry(2 * i + 1))),
    },
    {
      name: 'avgPool',
      compute: (tf) => tf.avgPool(tf.tensor4d(x, [1, 1, 6, 1]), [1, 2], [1, 2], 'valid').flatten(),
      expected: list(3, (i) => (entry(2 * i) + entry(2 * i + 1)) / 2),
    },
    {
      name: 'batchNorm2d',
      compute: (tf) =>
        tf
          .batchNorm2d(
            tf.tensor2d(x, [6, 1]),
            tf.tensor1d([mu]),
            tf.tensor1d([variance]),
            tf.tensor1d([0.3]),
            tf.tensor1d([1.7]),
            1e-8,
          )
          .flatten(),
      expected: x.map((v) => (1.7 * (v - mu)) / Math.sqrt(variance + 1e-8) + 0.3),
    },
  ];
}
