import type { Tensor } from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs';
import {
  callback,
  filled,
  fixedCase,
  randomCase,
  tensor,
  type CaseSpec,
  type Inputs,
  type Random,
  type TensorValue,
  type Value,
} from 'descent/author';
import { unitLike, type ScalarFunction } from './mistakes';

// Positive, so that no sum below gets close to a flat place of f.
const weights = (random: Random, shape: readonly number[]) => ({ weights: random.uniform(shape, 0.4, 0.9) });

/** (Σ weights ⊙ x)³ at x > 1, which reveals steps that grow with x. */
const cubic = (random: Random, shape: readonly number[]): Inputs => ({
  f: callback('powerOfSum', { ...weights(random, shape), power: 3 }),
  x: random.uniform(shape, 1.5, 3),
  h: random.number(0.1, 0.4),
});

/** sin(Σ weights ⊙ x) at a small x, where f and its slopes have similar sizes. */
const sine = (random: Random, shape: readonly number[], scale = 0.25): Inputs => ({
  f: callback('sineOfSum', weights(random, shape)),
  x: random.uniform(shape, -scale, scale),
  h: random.number(0.05, 0.2),
});

/** A sine so steep that even a tiny step shows in its differences. */
export function steepSine(random: Random): { readonly f: Value; readonly x: TensorValue; readonly w: TensorValue } {
  const w = random.uniform([3], 6e3, 12e3);
  return { f: callback('sineOfSum', { weights: w }), x: random.uniform([3], -1e-5, 1e-5), w };
}

/** The cases of both difference quotients. */
export const differenceCases: readonly CaseSpec[] = [
  fixedCase('by-hand', {
    f: callback('powerOfSum', { weights: tensor([1, 2]), power: 3 }),
    x: tensor([1, 0.5]),
    h: 0.5,
  }),
  randomCase('cubic', (random) => cubic(random, [4])),
  randomCase('sine', (random) => sine(random, [5])),
  randomCase('small-step', (random) => ({ ...sine(random, [4]), h: 1e-5 }), { label: 'h is 1e-5' }),
  randomCase(
    'unused-elements',
    (random) => ({
      ...cubic(random, [4]),
      f: callback('powerOfSum', {
        weights: tensor([0, random.number(0.4, 0.9), 0, -random.number(1.2, 1.6)]),
        power: 3,
      }),
    }),
    { label: 'f does not depend on some elements' },
  ),
  fixedCase(
    'constant',
    { f: callback('constant', { value: 7 }), x: tensor([1, -2, 3]), h: 0.25 },
    { label: 'f is constant' },
  ),
  randomCase('one-element', (random) => cubic(random, [1]), { label: 'x has one element', reserved: true }),
  randomCase('matrix', (random) => cubic(random, [2, 3]), { label: 'x is a matrix', reserved: true }),
  randomCase('square', (random) => sine(random, [3, 3]), { label: 'x is a square matrix', reserved: true }),
  randomCase('rank-4', (random) => cubic(random, [2, 1, 3, 2]), { label: 'x has rank 4', reserved: true }),
  randomCase('scalar', (random) => cubic(random, []), { label: 'x has rank 0', reserved: true }),
  fixedCase(
    'empty',
    { f: callback('constant', { value: 2 }), x: filled([0], 0), h: 0.5 },
    { label: 'x is empty', reserved: true },
  ),
  fixedCase(
    'empty-matrix',
    { f: callback('sineOfSum', { weights: filled([2, 0, 3], 0) }), x: filled([2, 0, 3], 0), h: 0.5 },
    { label: 'x is empty and has rank 3', reserved: true },
  ),
];
export const plainCases = differenceCases.filter(({ reserved }) => !reserved).map(({ id }) => id);
export const rankCases = differenceCases.filter(({ reserved }) => reserved).map(({ id }) => id);

/** Cases in which f is (w·x)³, whose differences follow from w. */
export const cubicCases = ['by-hand', 'cubic', 'one-element', 'matrix', 'rank-4', 'scalar'];

/** Differences of (w·x)³, multiplied out; w follows from f at the unit vectors. */
export function cubicDifferences(f: ScalarFunction, x: Tensor, fromStep: (s: number, w: number) => number): Tensor {
  const units = Array.from(x.dataSync(), (_, i) => unitLike(x, i));
  const w = units.map((unit) => Math.cbrt(f(unit)));
  const s = Math.cbrt(f(x));
  return tf.tensor(
    w.map((one) => fromStep(s, one)),
    x.shape,
  );
}
