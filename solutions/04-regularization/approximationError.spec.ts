import {
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
} from 'descent/author';
import * as alternatives from './alternatives';
import { exactApproximationError } from './exactApproximationError';
import { mistake } from './mistakes';
import * as solution from './regularization';

const comparison = { rule: 'relative', bound: 1e-8 } as const;
// Below ηλ = 1e-6 even log1p loses so many digits that right solutions differ by more than the bound.
const extremes = ['tiny', 'tiny-later', 'tiny-random', 'underflow'];

/** A wrong formula in a = ηλ and t. */
const formula = (id: string, compute: (a: number, t: number) => number) =>
  mistake(id, (learningRate: number, lambda: number, t: number): number => compute(learningRate * lambda, t));
/** Logarithm of e^(−at)/(1−a)^t. */
const logRatio = (a: number, t: number): number => -t * (a + Math.log1p(-a));

export const approximationError = defineExercise({
  name: 'approximationError',
  arguments: ['learningRate', 'lambda', 't'],
  reference: solution.approximationError,
  cases: [
    fixedCase('by-hand', { learningRate: 0.1, lambda: 1, t: 1 }),
    fixedCase('ten', { learningRate: 0.5, lambda: 0.2, t: 10 }),
    fixedCase('hundred', { learningRate: 0.1, lambda: 0.1, t: 100 }),
    randomCase('several', (random) => ({
      learningRate: random.number(0.2, 0.7),
      lambda: random.number(0.3, 0.8),
      t: random.integer(4, 20),
    })),
    fixedCase('large', { learningRate: 0.9, lambda: 1, t: 3 }, { label: 'ηλ is nearly 1' }),
    fixedCase('no-rate', { learningRate: 0, lambda: 0.5, t: 3 }, { label: 'η is 0' }),
    fixedCase('no-strength', { learningRate: 0.1, lambda: 0, t: 3 }, { label: 'λ is 0' }),
    fixedCase('start', { learningRate: 0.1, lambda: 0.5, t: 0 }, { label: 't is 0' }),
    fixedCase(
      'tiny',
      { learningRate: 0.004, lambda: 4e-4, t: 4 },
      { label: 'the error is about 5e-12', reserved: true, small: true },
    ),
    fixedCase(
      'tiny-later',
      { learningRate: 0.01, lambda: 1e-3, t: 40 },
      { label: 'the error is about 2e-9', reserved: true, small: true },
    ),
    randomCase(
      'tiny-random',
      (random) => ({ learningRate: 0.01, lambda: 10 ** random.number(-3, -2), t: random.integer(1, 9) }),
      {
        label: 'ηλ is tiny',
        reserved: true,
        small: true,
      },
    ),
    fixedCase(
      'underflow',
      { learningRate: 0.1, lambda: 1, t: 8000 },
      { label: 'both powers are below the smallest double', reserved: true },
    ),
  ],
  checks: [
    reference(undefined, { points: 5.5, comparison }),
    reference(undefined, { id: 'extremes', points: 3.5, comparison, on: extremes }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    formula('subtracts-nearly-equal', (a, t) => Math.abs(Math.exp(-a * t) / (1 - a) ** t - 1)),
    formula('subtracts-then-divides', (a, t) => Math.abs(Math.exp(-a * t) - (1 - a) ** t) / (1 - a) ** t),
    formula('logarithm-of-a-difference', (a, t) => Math.expm1(-t * (a + Math.log(1 - a)))),
    formula('exponential-less-one', (a, t) => Math.exp(logRatio(a, t)) - 1),
    formula('divided-by-exponential', (a, t) => -Math.expm1(-logRatio(a, t))),
    formula('not-divided', (a, t) => Math.exp(t * Math.log1p(-a)) * Math.expm1(logRatio(a, t))),
    formula('leading-term-only', (a, t) => (t * a * a) / 2),
    formula('logarithm-for-ratio', (a, t) => logRatio(a, t)),
    formula('time-forgotten', (a) => Math.expm1(logRatio(a, 1))),
  ],
  alternatives: alternatives.approximationError,
  witnesses: [{ name: 'integer arithmetic with 700 binary digits', compute: exactApproximationError }],
  forbidden: libraryAnswers,
});
