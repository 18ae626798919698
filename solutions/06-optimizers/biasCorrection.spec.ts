import {
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  sign,
  tensor,
  tidied,
  wrong,
} from 'descent/author';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { tinyGradients } from './cases';
import { biasCorrection as solution } from './optimizers';
import * as witnesses from './witnesses';

export const biasCorrection = defineExercise({
  name: 'biasCorrection',
  arguments: ['moment', 'beta', 't'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { moment: tensor([3, -1.5]), beta: 0.5, t: 2 }),
    randomCase('small', (random) => ({
      moment: random.normal([3, 2]),
      beta: random.number(0.6, 0.95),
      t: random.integer(3, 9),
    })),
    randomCase('first-step', (random) => ({ moment: random.normal([4]), beta: 0.9, t: 1 }), { label: 't is 1' }),
    randomCase('slow-mean', (random) => ({ moment: random.normal([4]), beta: 0.999, t: random.integer(2, 20) }), {
      label: 'beta is 0.999 and t is still small',
    }),
    randomCase('long-run', (random) => ({ moment: random.normal([3]), beta: 0.9, t: 1000 }), {
      label: 't is 1000, so there is nothing to correct',
    }),
    randomCase('no-memory', (random) => ({ moment: random.normal([3]), beta: 0, t: random.integer(2, 5) }), {
      label: 'beta is 0',
    }),
    randomCase('tiny-moments', (random) => ({ moment: tinyGradients(random), beta: 0.9, t: 4 }), {
      label: 'the moments are tiny',
      small: true,
    }),
    randomCase('scalar', (random) => ({ moment: random.normal([]), beta: 0.8, t: 3 }), {
      label: 'the moment is a scalar',
    }),
    randomCase('three-axes', (random) => ({ moment: random.normal([2, 1, 3]), beta: 0.7, t: 2 }), {
      label: 'the moment has three axes',
    }),
  ],
  checks: [reference(undefined, { points: 8 }), leavesInputsAlone({ points: 1 }), leavesNoTensors({ points: 1 })],
  mistakes: [
    {
      id: 'constant-in-the-divisor',
      fails: [],
      holds: sign('constantInFormula', { formula: 'addedToCorrection' }),
      make: () => tidied<typeof solution>((moment, beta, t) => moment.div(1 - beta ** t + 1e-8)),
    },
    ...wrong<typeof solution>({
      multiplied: (moment, beta, t) => moment.mul(1 - beta ** t),
      'power-one-behind': (moment, beta, t) => moment.div(1 - beta ** (t - 1)),
      'power-one-ahead': (moment, beta, t) => moment.div(1 - beta ** (t + 1)),
      // 1 − β ^ t, which is the bitwise XOR of integers, after the subtraction
      'caret-for-power': (moment, beta, t) => moment.div((1 - beta) ^ t),
      'caret-after-all': (moment, beta, t) => moment.div(1 - (beta ^ t)),
      'quotient-less-power': (moment, beta, t) => moment.sub(beta ** t),
      'power-two': (moment, beta) => moment.div(1 - beta ** 2),
      'no-power': (moment, beta) => moment.div(1 - beta),
      'product-for-power': (moment, beta, t) => moment.div(1 - beta * t),
      'power-of-difference': (moment, beta, t) => moment.div((1 - beta) ** t),
      'one-missing': (moment, beta, t) => moment.div(beta ** t),
      'not-corrected': (moment) => moment.clone(),
    }),
  ],
  alternatives: { loops: loops.biasCorrection, identities: identities.biasCorrection },
  witnesses: [{ name: 'tf.movingAverage with zeroDebias', compute: witnesses.biasCorrection }],
  forbidden: libraryAnswers,
});
