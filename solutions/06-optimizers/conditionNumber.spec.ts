import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { conditionNumber as solution } from './optimizers';
import * as witnesses from './witnesses';

const number = (scalar: Tensor): number => (scalar as Scalar).arraySync();

export const conditionNumber = defineExercise({
  name: 'conditionNumber',
  arguments: ['curvatures'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { curvatures: tensor([2, 0.5, 4]) }),
    // The extremes are the last two, beyond the first ten.
    randomCase('small', (random) => ({
      curvatures: tensor(
        [random.uniform([10], 2, 10), random.uniform([1], 15, 20), random.uniform([1], 0.5, 1)].flatMap(
          ({ values }) => [...values],
        ),
      ),
    })),
    fixedCase('lecture', { curvatures: tensor([1, 100]) }, { label: 'f = ½x² + 50y²' }),
    fixedCase('lecture-steep', { curvatures: tensor([0.02, 200]) }, { label: 'f = 0.01x² + 100y²' }),
    fixedCase('round', { curvatures: tensor([3, 3, 3]) }, { label: 'all curvatures are equal' }),
    randomCase('one', (random) => ({ curvatures: random.uniform([1], 2, 9) }), { label: 'there is one curvature' }),
    randomCase('flat', (random) => ({ curvatures: random.uniform([4], 1e-9, 1e-7) }), {
      label: 'all curvatures are tiny',
      small: true,
    }),
  ],
  checks: [
    reference(undefined, { points: 7.5 }),
    property('scalesWith', { points: 1, argument: 'curvatures', factor: 3, power: 0 }),
    leavesInputsAlone({ points: 1 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    inverted: (curvatures) => number(curvatures.min().div(curvatures.max())),
    'order-assumed': (curvatures) => (curvatures.arraySync().at(-1) ?? NaN) / (curvatures.arraySync()[0] ?? NaN),
    'falling-order-assumed': (curvatures) =>
      (curvatures.arraySync()[0] ?? NaN) / (curvatures.arraySync().at(-1) ?? NaN),
    'sorted-as-text': (curvatures) => {
      const sorted = [...curvatures.arraySync()].sort();
      return (sorted.at(-1) ?? NaN) / (sorted[0] ?? NaN);
    },
    difference: (curvatures) => number(curvatures.max().sub(curvatures.min())),
    'largest-alone': (curvatures) => number(curvatures.max()),
    'mean-for-smallest': (curvatures) => number(curvatures.max().div(curvatures.mean())),
    'root-taken': (curvatures) => Math.sqrt(solution(curvatures)),
    'epsilon-added': (curvatures) => number(curvatures.max().div(tf.add(curvatures.min(), 1e-8))),
  }),
  alternatives: { loops: loops.conditionNumber, identities: identities.conditionNumber },
  witnesses: [{ name: 'tf.norm with ord = Infinity', compute: witnesses.conditionNumber }],
  forbidden: libraryAnswers,
});
