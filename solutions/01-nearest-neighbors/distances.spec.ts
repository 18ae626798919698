/** Both distances, which share cases and mistakes. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor2D } from '@tensorflow/tfjs';
import {
  type CaseSpec,
  defineExercise,
  failing,
  fixedCase,
  type Inputs,
  isVectorized,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  type Random,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import * as solution from './nearest-neighbors';

const draw = (random: Random, M: number, N: number, D: number): Inputs => ({
  a: random.normal([M, D], { scale: 2 }),
  b: random.normal([N, D], { scale: 2 }),
});

const shapes: readonly CaseSpec[] = [
  randomCase('random', (random) => draw(random, 11, 12, 2)),
  randomCase('more-queries', (random) => draw(random, 5, 2, 3), { label: 'M is larger than N' }),
  randomCase('square', (random) => draw(random, 3, 3, 3), { label: 'M = N = D' }),
  randomCase('one-of-each', (random) => draw(random, 1, 1, 4), { label: 'M = N = 1' }),
  randomCase('one-feature', (random) => draw(random, 2, 3, 1), { label: 'D = 1' }),
];

const equalRows: Inputs = {
  a: tensor([
    [1.5, -2],
    [0, 3],
  ]),
  b: tensor([
    [0, 3],
    [4, 4],
    [1.5, -2],
  ]),
};

/** (M, N, D), of all pairs of rows. */
const differences = (a: Tensor2D, b: Tensor2D): Tensor => a.expandDims(1).sub(b);

export const l1Distances = defineExercise({
  name: 'l1Distances',
  arguments: ['a', 'b'],
  reference: solution.l1Distances,
  cases: [
    fixedCase('by-hand', {
      a: tensor([[1, 2]]),
      b: tensor([
        [3, 5],
        [1, 0],
      ]),
    }),
    ...shapes,
    fixedCase('equal-rows', equalRows, { label: 'a row occurs in both' }),
  ],
  checks: [reference(undefined, { points: 8.5 }), leavesInputsAlone({ points: 0.5 }), leavesNoTensors({ points: 1 })],
  mistakes: wrong<typeof solution.l1Distances>({
    'straight-line': (a, b) => differences(a, b).square().sum<Tensor2D>(2).sqrt(),
    squared: (a, b) => differences(a, b).square().sum(2),
    'signs-kept': (a, b) => differences(a, b).sum(2),
    'absolute-of-the-sum': (a, b) => differences(a, b).sum<Tensor2D>(2).abs(),
    'mean-over-features': (a, b) => differences(a, b).abs().mean(2),
    'largest-difference': (a, b) => differences(a, b).abs().max(2),
    transposed: (a, b) => solution.l1Distances(b, a),
    'row-with-row': (a, b) => a.sub(b).abs().sum(1),
  }),
  alternatives: alternatives.l1Distances,
  witnesses: [{ name: 'tf.norm of order 1', compute: (a, b) => tf.norm(differences(a, b), 1, 2) }],
  forbidden: libraryAnswers,
});

/** Whether rounding leaves ‖p‖² + ‖q‖² − 2 p·q negative, in both orders of summation. */
function isNegative(p: readonly number[], q: readonly number[]): boolean {
  const dot = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((sum, value, f) => sum + value * (v[f] ?? NaN), 0);
  const [ofP, ofQ, product] = [dot(p, p), dot(q, q), dot(p, q)];
  return ofP + ofQ - 2 * product < 0 && ofP - 2 * product + ofQ < 0;
}

/** Two rows that differ in their last digit so that the expanded square is negative, and others far away. */
function nearlyEqual(random: Random): Inputs {
  for (;;) {
    const p = [0, 1, 2].map(() => random.number(2, 5));
    const q = p.map((value) => value * (1 + random.integer(-1, 1) * 2 ** -52));
    if (!isNegative(p, q)) continue;
    const far = (): number[] => p.map((value) => -value * random.number(3, 5));
    return { a: tensor([far(), p]), b: tensor([q, far(), far(), far()]) };
  }
}

// The course allows 1e-6·(‖a‖ + ‖b‖), since the expanded square loses half of the digits near 0. A norm is at most √D
// times the case's scale, and here D ≤ 4.
const comparison = { rule: 'absolute', bound: 4e-6 } as const;

const squares = (rows: Tensor2D): Tensor => rows.square().sum(1);

/** ‖a‖² + ‖b‖² + factor·a·b, (M, N). */
const expanded = (a: Tensor2D, b: Tensor2D, factor: number): Tensor2D =>
  squares(a)
    .expandDims(1)
    .add(squares(b))
    .add(tf.matMul(a, b, false, true).mul(factor));

export const l2Distances = defineExercise({
  name: 'l2Distances',
  arguments: ['a', 'b'],
  reference: solution.l2Distances,
  cases: [
    fixedCase('by-hand', {
      a: tensor([[1, 2]]),
      b: tensor([
        [4, 6],
        [1, 0],
      ]),
    }),
    ...shapes,
    fixedCase('equal-rows', equalRows, { label: 'a row occurs in both', reserved: true }),
    randomCase('nearly-equal', nearlyEqual, { label: 'two rows are equal up to rounding', reserved: true }),
    randomCase(
      'tiny-rows',
      (random) => ({ a: random.normal([3, 2], { scale: 1e-7 }), b: random.normal([4, 2], { scale: 1e-7 }) }),
      { label: 'all rows are tiny', reserved: true, small: true },
    ),
    randomCase('few-rows', (random) => draw(random, 2, 3, 3), {
      label: 'there are few rows',
      reserved: true,
      copies: { public: 1, hidden: 1 },
    }),
    randomCase('many-rows', (random) => draw(random, 9, 11, 3), {
      label: 'there are many rows',
      reserved: true,
      copies: { public: 1, hidden: 1 },
    }),
  ],
  checks: [
    reference(undefined, { points: 5.5, comparison }),
    reference(undefined, { id: 'rounding', points: 1.5, on: ['equal-rows', 'nearly-equal', 'tiny-rows'], comparison }),
    isVectorized({ points: 2, on: ['few-rows', 'many-rows'] }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    ...wrong<typeof solution.l2Distances>({
      'sum-before-square': (a, b) => differences(a, b).sum<Tensor2D>(2).square().sqrt(),
      'root-missing': (a, b) => differences(a, b).square().sum(2),
      'city-block': (a, b) => differences(a, b).abs().sum(2),
      'mean-over-features': (a, b) => differences(a, b).square().mean<Tensor2D>(2).sqrt(),
      'product-not-doubled': (a, b) => expanded(a, b, -1).relu<Tensor2D>().sqrt(),
      'product-added': (a, b) => expanded(a, b, 2).relu<Tensor2D>().sqrt(),
      'norms-crosswise': (a, b) =>
        squares(a)
          .add(squares(b).expandDims(1))
          .sub(tf.matMul(a, b, false, true).mul(2))
          .relu<Tensor2D>()
          .sqrt(),
      transposed: (a, b) => solution.l2Distances(b, a),
    }),
    failing<typeof solution.l2Distances>('below-zero', ['rounding'], (a, b) => expanded(a, b, -2).sqrt()),
    failing<typeof solution.l2Distances>('tiny-distances-lost', ['rounding'], (a, b) =>
      differences(a, b).square().sum<Tensor2D>(2).add<Tensor2D>(1e-12).sqrt(),
    ),
    failing<typeof solution.l2Distances>(
      'row-by-row',
      ['kernels'],
      (a, b) => tf.stack(tf.unstack(a).map((row) => tf.sub(b, row).square().sum(1).sqrt())) as Tensor2D,
    ),
  ],
  alternatives: alternatives.l2Distances,
  witnesses: [
    {
      name: 'tf.losses.meanSquaredError, row by row',
      compute: (a, b) =>
        tf.stack(
          tf.unstack(a).map((row) => {
            const means = tf.unstack(b).map((other) => tf.losses.meanSquaredError(row, other));
            return tf.stack(means).mul(a.shape[1]).sqrt();
          }),
        ),
    },
  ],
  forbidden: libraryAnswers,
});
