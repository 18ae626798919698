import * as tf from '@tensorflow/tfjs';
import type { Tensor2D } from '@tensorflow/tfjs';
import { seededRandom } from 'descent';
import {
  defineExercise,
  fixedCase,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  sign,
  type Random,
  type ValueRecord,
} from 'descent/author';
import * as alternatives from './alternatives';
import { uniformInit as solution } from './kinds';

const fans = ['fanIn', 'fanOut'];
const variance = { factor: 2, sumOf: fans, power: -1 };
const limit = { factor: Math.sqrt(6), sumOf: fans, power: -0.5 };
/** 600 numbers for each of nine seeds detect a variance that is off by an eighth. */
const drawn = { seed: 'seed', draws: 8 };

const layer = (random: Random, [fanIn, fanOut]: readonly [number, number]): ValueRecord => ({
  fanIn,
  fanOut,
  seed: random.integer(1, 1000),
});

/** Weights from the uniform numbers of the seed. */
const scaled =
  (change: (unit: number, fanIn: number, fanOut: number) => number, seedOf = (seed: number): number => seed) =>
  (): typeof solution =>
  (fanIn, fanOut, seed) => {
    const random = seededRandom(seedOf(seed));
    const weights = Array.from({ length: fanIn * fanOut }, () => change(random(), fanIn, fanOut));
    return tf.tensor2d(weights, [fanIn, fanOut]);
  };

export const uniformInit = defineExercise({
  name: 'uniformInit',
  arguments: ['fanIn', 'fanOut', 'seed'],
  reference: solution,
  cases: [
    fixedCase('layer', { fanIn: 30, fanOut: 20, seed: 1 }),
    fixedCase('seed-zero', { fanIn: 16, fanOut: 40, seed: 0 }, { label: 'the seed is 0' }),
    randomCase('wide', (random) => layer(random, [10, 60]), { label: 'there are more outputs than inputs' }),
    randomCase('narrow', (random) => layer(random, [80, 8]), { label: 'there are more inputs than outputs' }),
  ],
  checks: [
    property('moments', { ...drawn, points: 5, variance, distribution: 'uniform' }),
    property('range', { ...drawn, points: 2.5, low: { ...limit, factor: -limit.factor }, high: limit }),
    property('seedsDiffer', { ...drawn, points: 2 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    {
      id: 'deviation-for-limit',
      make: scaled((unit, fanIn, fanOut) => (2 * unit - 1) * Math.sqrt(2 / (fanIn + fanOut))),
      fails: ['moments', 'range'],
      holds: sign('moments', { ...drawn, variance: { ...variance, factor: 2 / 3 }, distribution: 'uniform' }),
    },
    {
      id: 'fan-out-forgotten',
      make: scaled((unit, fanIn) => (2 * unit - 1) * Math.sqrt(6 / fanIn)),
      fails: ['moments', 'range'],
      holds: sign('moments', {
        ...drawn,
        variance: { factor: 2, sumOf: ['fanIn'], power: -1 },
        distribution: 'uniform',
      }),
    },
    {
      id: 'positive-alone',
      make: scaled((unit, fanIn, fanOut) => unit * Math.sqrt(6 / (fanIn + fanOut))),
      fails: ['moments', 'range'],
      holds: sign('range', { ...drawn, low: 0, high: limit }),
    },
    {
      id: 'seed-ignored',
      make: scaled(
        (unit, fanIn, fanOut) => (2 * unit - 1) * Math.sqrt(6 / (fanIn + fanOut)),
        () => 1,
      ),
      fails: ['seedsDiffer'],
    },
    {
      id: 'normal-for-uniform',
      make: () => (fanIn, fanOut, seed) =>
        tf.randomNormal([fanIn, fanOut], 0, Math.sqrt(2 / (fanIn + fanOut)), 'float32', seed + 1) as Tensor2D,
      fails: ['range'],
    },
  ],
  alternatives: alternatives.uniformInit,
  witnesses: [],
  forbidden: libraryAnswers,
});
