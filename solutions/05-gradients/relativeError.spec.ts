import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import {
  defineExercise,
  filled,
  fixedCase,
  hiddenOnly,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  tensor,
  wrong,
  type Inputs,
  type Random,
} from 'descent/author';
import * as alternatives from './alternatives';
import { relativeError as solution } from './gradients';

const drawn = (random: Random, shape: readonly number[], scale = 1): Inputs => ({
  a: random.normal(shape, { scale }),
  b: random.normal(shape, { scale: 2 * scale }),
});

const number = (scalar: Tensor): number => scalar.dataSync()[0] ?? NaN;
const length = (a: Tensor): number => number(a.square().sum().sqrt());

/** The distance divided by a function of the two lengths. */
function over(divisor: (a: number, b: number) => number): typeof solution {
  return (a, b) => length(a.sub(b)) / divisor(length(a), length(b));
}

/** The formula with another measure of size. */
function measuredBy(size: (a: Tensor) => number): typeof solution {
  return (a, b) => size(a.sub(b)) / (size(a) + size(b) + 1e-8);
}

// |a_i − b_i| / (|a_i| + |b_i| + 1e-8)
const elementwise = (a: Tensor, b: Tensor): Tensor => a.sub(b).abs().div(a.abs().add(b.abs()).add(1e-8));

// |a_i − b_i| / max(|a_i| + |b_i|, 1e-8)
const elementwiseFloored = (a: Tensor, b: Tensor): Tensor =>
  a.sub(b).abs().div(a.abs().add<Tensor>(b.abs()).maximum(1e-8));

const nearZero = ['tiny', 'both-zero', 'tiny-scalar'];
const anyShape = ['matrix', 'square', 'rank-3', 'scalar', 'empty'];

export const relativeError = defineExercise({
  name: 'relativeError',
  arguments: ['a', 'b'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { a: tensor([3, 4]), b: tensor([6, 8]) }),
    randomCase('vector', (random) => drawn(random, [5])),
    randomCase(
      'close',
      (random) => {
        const values = [1, 2, 3, 4].map((value) => value * random.number(0.5, 1));
        return { a: tensor(values), b: tensor(values.map((value) => value * (1 + random.number(1e-4, 1e-3)))) };
      },
      { label: 'a and b are nearly equal' },
    ),
    randomCase('one-zero', (random) => ({ ...drawn(random, [3]), b: filled([3], 0) }), { label: 'b is 0' }),
    randomCase('large', (random) => drawn(random, [4], 1e6), { label: 'all elements are about a million' }),
    fixedCase('equal', { a: tensor([1, -2, 3]), b: tensor([1, -2, 3]) }, { label: 'a and b are equal' }),
    fixedCase('opposite', { a: tensor([1, -2]), b: tensor([-1, 2]) }, { label: 'b is −a' }),
    randomCase('tiny', (random) => drawn(random, [4], 1e-8), {
      label: 'all elements are about 1e-8',
      small: true,
      reserved: true,
    }),
    fixedCase(
      'tiny-scalar',
      { a: tensor(3e-9), b: tensor(-2e-9) },
      { label: 'both are about 1e-9', small: true, reserved: true },
    ),
    fixedCase('both-zero', { a: filled([3], 0), b: filled([3], 0) }, { label: 'a and b are 0', reserved: true }),
    randomCase('matrix', (random) => drawn(random, [2, 3]), { label: 'a and b are matrices', reserved: true }),
    randomCase('square', (random) => drawn(random, [3, 3]), { label: 'a and b are square matrices', reserved: true }),
    randomCase('rank-3', (random) => drawn(random, [2, 2, 3]), { label: 'a and b have rank 3', reserved: true }),
    fixedCase('scalar', { a: tensor(-2), b: tensor(1) }, { label: 'a and b have rank 0', reserved: true }),
    fixedCase('empty', { a: filled([0, 2], 0), b: filled([0, 2], 0) }, { label: 'a and b are empty', reserved: true }),
    fixedCase(
      'nan',
      { a: tensor([1, NaN]), b: tensor([1, 2]) },
      { label: 'an element is NaN', small: true, reserved: true },
    ),
    randomCase(
      'drawn-nan',
      (random) => {
        const [a, b] = [random.normal([4]), random.normal([4])];
        const place = random.integer(0, 3);
        const broken = tensor([...a.values].with(place, NaN));
        return random.integer(0, 1) === 0 ? { a: broken, b } : { a: b, b: broken };
      },
      { label: 'an element is NaN', small: true, reserved: true, copies: hiddenOnly },
    ),
  ],
  checks: [
    reference(undefined, { points: 4 }),
    reference(undefined, { id: 'nearZero', points: 2, on: nearZero }),
    reference(undefined, { id: 'anyShape', points: 2, on: anyShape }),
    reference(undefined, { id: 'notANumber', points: 0.5, on: ['nan', 'drawn-nan'] }),
    leavesInputsAlone({ points: 1 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'divided-by-length-of-a': over((a) => a + 1e-8),
    'divided-by-length-of-b': over((_, b) => b + 1e-8),
    'divided-by-larger-length': over((a, b) => Math.max(a, b) + 1e-8),
    'divided-by-mean-length': over((a, b) => (a + b) / 2 + 1e-8),
    'not-divided': over(() => 1),
    'no-guard': over((a, b) => a + b),
    'guard-as-a-floor': over((a, b) => Math.max(a + b, 1e-8)),
    'guard-of-1e-7': over((a, b) => a + b + 1e-7),
    'guard-of-1e-12': over((a, b) => a + b + 1e-12),
    'length-of-the-sum': (a, b) => length(a.sub(b)) / (length(a.add(b)) + 1e-8),
    'difference-of-lengths': (a, b) => Math.abs(length(a) - length(b)) / (length(a) + length(b) + 1e-8),
    'squares-without-root': measuredBy((a) => number(a.square().sum())),
    'sums-of-magnitudes': measuredBy((a) => number(a.abs().sum())),
    'largest-magnitudes': measuredBy((a) => (a.size === 0 ? 0 : number(a.abs().max()))),
    'means-under-the-root': measuredBy((a) => number(a.square().mean().sqrt())),
    'largest-of-the-elements-errors': (a, b) => (a.size === 0 ? 0 : number(elementwise(a, b).max())),
    'largest-of-the-elements-floored-errors': (a, b) => (a.size === 0 ? 0 : number(elementwiseFloored(a, b).max())),
    'mean-of-the-elements-errors': (a, b) => number(elementwise(a, b).mean()),
    'per-row': (a, b) => {
      const lengths = (one: Tensor): Tensor => (one.rank === 0 ? one.abs() : one.square().sum(-1).sqrt());
      return number(
        lengths(a.sub(b))
          .div(lengths(a).add(lengths(b)).add(1e-8))
          .mean(),
      );
    },
    'returns-a-tensor': (a, b) => tf.scalar(solution(a, b)) as unknown as number,
  }),
  alternatives: alternatives.relativeError,
  witnesses: [
    {
      name: 'tf.norm',
      compute: (a, b) => number(tf.norm(a.sub(b))) / (number(tf.norm(a)) + number(tf.norm(b)) + 1e-8),
    },
  ],
  forbidden: libraryAnswers,
});
