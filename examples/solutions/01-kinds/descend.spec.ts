import * as tf from '@tensorflow/tfjs';
import type { Scalar } from '@tensorflow/tfjs';
import {
  altered,
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  type Random,
  randomCase,
  reference,
  tensor,
  type ValueRecord,
} from 'descent/author';
import * as alternatives from './alternatives';
import { descend as solution } from './kinds';

const hand = { x: tensor([[1]]), targets: tensor([2]), rate: 0.5, tolerance: 0.1, maxSteps: 9 };
const problem = (random: Random, n: number, d: number, rest: ValueRecord): ValueRecord => ({
  x: random.normal([n, d]),
  targets: random.normal([n]),
  ...rest,
});

export const descend = defineExercise({
  name: 'descend',
  arguments: ['x', 'targets', 'rate', 'tolerance', 'maxSteps'],
  async: true,
  reference: solution,
  cases: [
    fixedCase('by-hand', hand),
    fixedCase('border', { ...hand, tolerance: 0.125 }, { label: 'a loss is exactly the tolerance' }),
    fixedCase('at-once', { ...hand, targets: tensor([0]) }, { label: 'the first loss is small enough' }),
    fixedCase('no-steps', { ...hand, maxSteps: 0 }, { label: 'no step is allowed' }),
    randomCase('steps', (random) => problem(random, 5, 2, { rate: 0.1, tolerance: 0, maxSteps: 4 }), {
      label: 'maxSteps is reached first',
    }),
    randomCase('many', (random) => problem(random, 11, 3, { rate: 0.2, tolerance: 0, maxSteps: 12 })),
  ],
  checks: [
    reference('w', { points: 4 }),
    reference('losses', { points: 3 }),
    reference('steps', { points: 2 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    {
      id: 'await-forgotten',
      // The value compared with the tolerance is not a number, so only maxSteps ends the descent.
      make: () => async (x, targets, rate, _tolerance, maxSteps) => {
        const { w, losses } = await solution(x, targets, rate, -1, maxSteps);
        return { w, losses: losses.map((loss) => Promise.resolve([loss]) as never), steps: maxSteps };
      },
    },
    {
      id: 'sum-for-mean',
      make:
        () =>
        (x, targets, rate, ...rest) =>
          solution(x, targets, rate * x.shape[0], ...rest),
    },
    {
      id: 'whole-for-half',
      make: () => async (x, targets, rate, tolerance, maxSteps) => {
        const right = await solution(x, targets, rate, tolerance / 2, maxSteps);
        return { ...right, losses: right.losses.map((loss) => 2 * loss) };
      },
    },
    { id: 'last-loss-forgotten', make: altered(solution, ({ losses }) => ({ losses: losses.slice(0, -1) })) },
    {
      id: 'one-step-too-many',
      make: () => (x, targets, rate, tolerance, maxSteps) => solution(x, targets, rate, tolerance, maxSteps + 1),
    },
    {
      id: 'goes-on-at-tolerance',
      make: () => (x, targets, rate, tolerance, maxSteps) =>
        solution(x, targets, rate, tolerance * (1 - 1e-9), maxSteps),
    },
  ],
  alternatives: alternatives.descend,
  witnesses: [
    {
      name: 'tf.train.sgd',
      compute: (x, targets, rate, tolerance, maxSteps) => {
        const w = tf.variable(tf.zeros([x.shape[1]])) as tf.Variable<tf.Rank.R1>;
        const loss = (): Scalar => x.dot(w).sub(targets).square().mean().div(2);
        const optimizer = tf.train.sgd(rate);
        const losses = [loss().arraySync()];
        while ((losses.at(-1) ?? 0) > tolerance && losses.length <= maxSteps) {
          optimizer.minimize(loss);
          losses.push(loss().arraySync());
        }
        return { w: w.clone(), losses, steps: losses.length - 1 };
      },
    },
  ],
  forbidden: libraryAnswers,
});
