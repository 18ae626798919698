import type { Tensor } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  libraryAnswers,
  previous,
  randomCase,
  tensor,
  wrong,
  type CaseSpec,
  type Inputs,
  type Random,
} from 'descent/author';
import * as identities from './alternatives.identities';
import * as loops from './alternatives.loops';
import { threeSteps, zeros } from './cases';
import { checksOfStep } from './checks';
import { memoryInModule } from './moduleVariable';
import { momentumStep as solution } from './optimizers';
import { onTheValley } from './valley';
import * as witnesses from './witnesses';

const draw = (random: Random, shape: readonly number[]): Inputs => ({
  w: random.normal(shape),
  dw: random.normal(shape),
  v: random.normal(shape),
  options: { learningRate: random.number(0.1, 0.5), rho: random.number(0.6, 0.9) },
});

type Options = Parameters<typeof solution>[3];
const velocity = (dw: Tensor, v: Tensor, { learningRate, rho }: Options): Tensor =>
  v.mul(rho).sub(dw.mul(learningRate));

const cases: readonly CaseSpec[] = [
  fixedCase('by-hand', { w: tensor([1]), dw: tensor([2]), v: tensor([1]), options: { learningRate: 0.1, rho: 0.9 } }),
  randomCase('small', (random) => draw(random, [3, 2])),
  randomCase('first-step', (random) => ({ ...draw(random, [4]), v: zeros([4]) }), { label: 'v is zeros' }),
  randomCase(
    'several-steps',
    (random) =>
      threeSteps(
        () => ({ dw: random.normal([2, 2]) }),
        { w: random.normal([2, 2]), v: zeros([2, 2]) },
        { w: previous('w'), v: previous('v') },
        { rho: 0.8 },
      ),
    { label: 'three steps follow one another and the learning rate changes' },
  ),
  onTheValley({ v: zeros([2]) }, { learningRate: 0.04, rho: 0.7 }),
  randomCase('zero-gradient', (random) => ({ ...draw(random, [3]), dw: zeros([3]) }), {
    label: 'the gradient is zero',
  }),
  randomCase('no-rate', (random) => ({ ...draw(random, [3]), options: { learningRate: 0, rho: 0.8 } }), {
    label: 'learningRate is 0',
  }),
  randomCase('no-momentum', (random) => ({ ...draw(random, [3]), options: { learningRate: 0.2, rho: 0 } }), {
    label: 'rho is 0',
  }),
  randomCase('scalar', (random) => draw(random, []), { label: 'w is a scalar' }),
  randomCase('three-axes', (random) => draw(random, [2, 1, 3]), { label: 'w has three axes' }),
];

export const momentumStep = defineExercise({
  name: 'momentumStep',
  arguments: ['w', 'dw', 'v', 'options'],
  reference: solution,
  cases,
  checks: checksOfStep('v', cases, { w: 3, memory: 3, severalSteps: 2 }),
  mistakes: [
    ...wrong<typeof solution>({
      'gradient-added': (w, dw, v, { learningRate, rho }) => {
        const next = v.mul(rho).add(dw.mul(learningRate));
        return { w: w.add(next), v: next };
      },
      'velocity-turned-round': (w, dw, v, { learningRate, rho }) => {
        const next = v.mul(rho).add(dw.mul(learningRate));
        return { w: w.sub(next), v: next };
      },
      'old-velocity-returned': (w, dw, v, options) => ({ w: w.add(velocity(dw, v, options)), v: v.clone() }),
      'moved-by-old-velocity': (w, dw, v, options) => ({ w: w.add(v), v: velocity(dw, v, options) }),
      'gradient-averaged': (w, dw, v, options) => {
        const next = velocity(dw.mul(1 - options.rho), v, options);
        return { w: w.add(next), v: next };
      },
      'rate-outside-velocity': (w, dw, v, { learningRate, rho }) => {
        const next = v.mul(rho).add(dw);
        return { w: w.sub(next.mul(learningRate)), v: next };
      },
      'running-mean': (w, dw, v, { learningRate, rho }) => {
        const next = v.mul(rho).add(dw.mul(1 - rho));
        return { w: w.sub(next.mul(learningRate)), v: next };
      },
      'velocity-looks-ahead': (w, dw, v, options) => {
        const next = velocity(dw, v, options);
        return { w: w.add(next.mul(options.rho)).sub(dw.mul(options.learningRate)), v: next };
      },
      'rho-on-gradient': (w, dw, v, options) => {
        const next = velocity(dw.mul(options.rho), v, { ...options, rho: 1 });
        return { w: w.add(next), v: next };
      },
      'velocity-never-slows': (w, dw, v, options) => {
        const next = velocity(dw, v, { ...options, rho: 1 });
        return { w: w.add(next), v: next };
      },
    }),
    ...memoryInModule('velocity-in-module', 'v', solution),
  ],
  alternatives: { loops: loops.momentumStep, identities: identities.momentumStep },
  witnesses: [
    {
      name: 'tf.train.momentum',
      compute: witnesses.momentumStep,
      on: cases.map(({ id }) => id).filter((id) => id !== 'no-rate'),
    },
  ],
  forbidden: libraryAnswers,
});
