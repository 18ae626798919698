import {
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  previous,
  randomCase,
  reference,
  tensor,
  wrong,
  type CaseSpec,
} from 'descent/author';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { threeSteps, zeros } from './cases';
import { sgdStep as solution } from './optimizers';
import { onTheValley } from './valley';
import * as witnesses from './witnesses';

const cases: readonly CaseSpec[] = [
  fixedCase('by-hand', { w: tensor([1, -2]), dw: tensor([0.5, -1]), options: { learningRate: 0.1 } }),
  randomCase('small', (random) => ({
    w: random.normal([3, 2]),
    dw: random.normal([3, 2]),
    options: { learningRate: random.number(0.1, 0.5) },
  })),
  randomCase(
    'several-steps',
    (random) => threeSteps(() => ({ dw: random.normal([4]) }), { w: random.normal([4]) }, { w: previous() }, {}),
    { label: 'three steps follow one another and the learning rate changes' },
  ),
  onTheValley({}, { learningRate: 0.08 }),
  randomCase('zero-gradient', (random) => ({ w: random.normal([3]), dw: zeros([3]), options: { learningRate: 0.1 } }), {
    label: 'the gradient is zero',
  }),
  randomCase('no-rate', (random) => ({ w: random.normal([3]), dw: random.normal([3]), options: { learningRate: 0 } }), {
    label: 'learningRate is 0',
  }),
  randomCase('scalar', (random) => ({ w: random.normal([]), dw: random.normal([]), options: { learningRate: 0.3 } }), {
    label: 'w is a scalar',
  }),
  randomCase(
    'three-axes',
    (random) => ({ w: random.normal([2, 1, 3]), dw: random.normal([2, 1, 3]), options: { learningRate: 0.2 } }),
    { label: 'w has three axes' },
  ),
];

export const sgdStep = defineExercise({
  name: 'sgdStep',
  arguments: ['w', 'dw', 'options'],
  reference: solution,
  cases,
  checks: [
    reference(undefined, { points: 8, on: cases.map(({ id }) => id) }),
    leavesInputsAlone({ points: 1 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: wrong<typeof solution>({
    'gradient-added': (w, dw, { learningRate }) => w.add(dw.mul(learningRate)),
    'learning-rate-missing': (w, dw) => w.sub(dw),
    'sign-of-gradient': (w, dw, { learningRate }) => w.sub(dw.sign().mul(learningRate)),
    'step-alone': (_w, dw, { learningRate }) => dw.mul(-learningRate),
    'learning-rate-on-weights': (w, dw, { learningRate }) => w.sub(dw).mul(learningRate),
  }),
  alternatives: { loops: loops.sgdStep, identities: identities.sgdStep },
  witnesses: [{ name: 'tf.train.sgd', compute: witnesses.sgdStep }],
  forbidden: libraryAnswers,
});
