import type { Tensor } from '@tensorflow/tfjs';
import {
  callback,
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
import { nesterovOnMomentum } from './buildsOn';
import { threeSteps, zeros } from './cases';
import { checksOfStep } from './checks';
import { velocityInModule } from './moduleVariable';
import { nesterovStep as solution } from './optimizers';
import { onTheValley } from './valley';
import * as witnesses from './witnesses';

const bowl = (random: Random, length: number): Inputs => ({
  gradient: callback('quadraticGradient', {
    curvatures: random.uniform([length], 0.5, 3),
    center: random.normal([length]),
  }),
});

const draw = (random: Random, length: number): Inputs => ({
  w: random.normal([length]),
  v: random.normal([length]),
  ...bowl(random, length),
  options: { learningRate: random.number(0.1, 0.3), rho: random.number(0.6, 0.9) },
});

type Options = Parameters<typeof solution>[3];
type Gradient = Parameters<typeof solution>[2];

/** The step with the gradient taken at `at`. */
function stepWithGradientAt(at: (w: Tensor, v: Tensor, rho: number) => Tensor): typeof solution {
  return (w, v, gradient, { learningRate, rho }) => {
    const next = v.mul(rho).sub(gradient(at(w, v, rho)).mul(learningRate));
    return { w: w.add(next), v: next };
  };
}

const push = (w: Tensor, v: Tensor, gradient: Gradient, { learningRate, rho }: Options): Tensor =>
  gradient(w.add(v.mul(rho))).mul(-learningRate);

const cases: readonly CaseSpec[] = [
  fixedCase('by-hand', {
    w: tensor([1]),
    v: tensor([1]),
    gradient: callback('quadraticGradient', { curvatures: tensor([2]), center: tensor([0]) }),
    options: { learningRate: 0.1, rho: 0.5 },
  }),
  randomCase('small', (random) => draw(random, 4)),
  randomCase('first-step', (random) => ({ ...draw(random, 3), v: zeros([3]) }), { label: 'v is zeros' }),
  randomCase(
    'several-steps',
    (random) => {
      const shared = bowl(random, 2);
      const start = { w: random.normal([2]), v: zeros([2]) };
      return threeSteps(() => shared, start, { w: previous('w'), v: previous('v') }, { rho: 0.8 });
    },
    { label: 'three steps follow one another and the learning rate changes' },
  ),
  onTheValley({ v: zeros([2]) }, { learningRate: 0.04, rho: 0.7 }, 'gradient'),
  randomCase('no-rate', (random) => ({ ...draw(random, 3), options: { learningRate: 0, rho: 0.8 } }), {
    label: 'learningRate is 0',
  }),
  randomCase('no-momentum', (random) => ({ ...draw(random, 3), options: { learningRate: 0.2, rho: 0 } }), {
    label: 'rho is 0',
  }),
];

export const nesterovStep = defineExercise({
  name: 'nesterovStep',
  arguments: ['w', 'v', 'gradient', 'options'],
  reference: solution,
  cases,
  checks: checksOfStep('v', cases, { w: 3, memory: 3, severalSteps: 2 }),
  mistakes: [
    ...wrong<typeof solution>({
      'gradient-at-w': stepWithGradientAt((w) => w),
      // Keras: the look-ahead is in the velocity, not in the gradient.
      'velocity-looks-ahead': (w, v, gradient, { learningRate, rho }) => {
        const push = gradient(w).mul(-learningRate);
        const next = v.mul(rho).add(push);
        return { w: w.add(next.mul(rho)).add(push), v: next };
      },
      // PyTorch and tfjs: the same, with the rate outside the velocity.
      'gradients-look-ahead': (w, v, gradient, { learningRate, rho }) => {
        const g = gradient(w);
        const next = v.mul(rho).add(g);
        return { w: w.sub(g.add(next.mul(rho)).mul(learningRate)), v: next };
      },
      'rate-outside-velocity': (w, v, gradient, { learningRate, rho }) => {
        const next = v.mul(rho).add(gradient(w.add(v.mul(rho))));
        return { w: w.sub(next.mul(learningRate)), v: next };
      },
      'look-ahead-without-rho': stepWithGradientAt((w, v) => w.add(v)),
      'look-back': stepWithGradientAt((w, v, rho) => w.sub(v.mul(rho))),
      'gradient-added': (w, v, gradient, options) => {
        const next = v.mul(options.rho).sub(push(w, v, gradient, options));
        return { w: w.add(next), v: next };
      },
      'old-velocity-returned': (w, v, gradient, options) => ({ ...solution(w, v, gradient, options), v: v.clone() }),
      'moved-by-old-velocity': (w, v, gradient, options) => ({ ...solution(w, v, gradient, options), w: w.add(v) }),
      'gradient-averaged': (w, v, gradient, options) => {
        const next = v.mul(options.rho).add(push(w, v, gradient, options).mul(1 - options.rho));
        return { w: w.add(next), v: next };
      },
      'step-from-ahead': (w, v, gradient, options) => {
        const next = v.mul(options.rho).add(push(w, v, gradient, options));
        return { w: w.add(v.mul(options.rho)).add(next), v: next };
      },
    }),
    ...velocityInModule('velocity-in-module', solution),
  ],
  buildsOn: { momentumStep: nesterovOnMomentum },
  alternatives: { loops: loops.nesterovStep, identities: identities.nesterovStep },
  witnesses: [
    {
      name: 'tf.train.momentum with useNesterov',
      compute: witnesses.nesterovStep,
      on: cases.map(({ id }) => id).filter((id) => id !== 'no-rate'),
    },
  ],
  forbidden: libraryAnswers,
});
