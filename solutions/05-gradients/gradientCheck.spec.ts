import type { Tensor } from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs';
import { defineExercise, leavesInputsAlone, leavesNoTensors, libraryAnswers, reference, wrong } from 'descent/author';
import * as alternatives from './alternatives';
import { checkedCases, families } from './checkedCases';
import { gradientCheck as solution, numericalGradient, relativeError, type Verdict } from './gradients';
import { forward, slopes, unitLike } from './mistakes';

interface Parts {
  readonly differences?: typeof numericalGradient;
  readonly error?: typeof relativeError;
  readonly verdict?: (error: number) => Verdict;
}

const names: readonly Verdict[] = ['perfect', 'acceptable', 'suspicious'];
const limits = [1e-7, 1e-5, 1e-3];

/** Judges errors by the first limit that `isIn` accepts. */
function verdictBy(isIn: (error: number, limit: number) => boolean, bands = limits): (error: number) => Verdict {
  return (error) => names[bands.findIndex((limit) => isIn(error, limit))] ?? 'wrong';
}
const isBelow = (error: number, limit: number): boolean => error < limit;

/** A gradient check with some of its parts replaced. */
function checkWith({
  differences = numericalGradient,
  error = relativeError,
  verdict = verdictBy(isBelow),
}: Parts): typeof solution {
  return (f, analytic, x, h) =>
    tf.tidy(() => {
      const found = error(differences(f, x, h), analytic);
      return { relativeError: found, verdict: verdict(found) };
    });
}

const distance = (a: Tensor, b: Tensor): number => a.sub(b).square().sum().sqrt().dataSync()[0] ?? NaN;

export const gradientCheck = defineExercise<typeof solution>({
  name: 'gradientCheck',
  arguments: ['f', 'analytic', 'x', 'h'],
  reference: solution,
  cases: checkedCases,
  checks: [
    reference(undefined, { points: 3.5, on: families.bands }),
    reference(undefined, { id: 'step', points: 1.5, on: families.steps }),
    reference(undefined, { id: 'limits', points: 1, on: families.edges }),
    reference(undefined, { id: 'notFinite', points: 1, on: families.strange }),
    reference(undefined, { id: 'anyShape', points: 1, on: families.shapes }),
    leavesInputsAlone({ points: 1 }),
    leavesNoTensors({ points: 1 }),
  ],
  mistakes: wrong<typeof solution>({
    'nan-is-perfect': checkWith({ verdict: verdictBy((error, limit) => !(error >= limit)) }),
    'limits-in-the-better-band': checkWith({ verdict: verdictBy((error, limit) => error <= limit) }),
    // e > 1e-3 ? 'wrong' : e > 1e-5 ? 'suspicious' : …
    'from-wrong-down': checkWith({ verdict: verdictBy((error, limit) => !(error > limit)) }),
    'limits-ten-times-too-wide': checkWith({ verdict: verdictBy(isBelow, [1e-6, 1e-4, 1e-2]) }),
    'limits-ten-times-too-narrow': checkWith({ verdict: verdictBy(isBelow, [1e-8, 1e-6, 1e-4]) }),
    'suspicious-left-out': checkWith({ verdict: verdictBy(isBelow, [1e-7, 1e-5]) }),
    'acceptable-up-to-1e-3': checkWith({ verdict: verdictBy(isBelow, [1e-7, 1e-3]) }),
    'step-not-passed-on': checkWith({ differences: (f, x) => numericalGradient(f, x) }),
    'forward-differences': checkWith({ differences: slopes(forward) }),
    'measured-at-analytic': (f, analytic, _, h) => checkWith({})(f, analytic, analytic, h),
    'not-relative': checkWith({ error: distance }),
    'verdict-alone': (f, analytic, x, h) =>
      solution(f, analytic, x, h).verdict as unknown as ReturnType<typeof solution>,
  }),
  buildsOn: {
    numericalGradient: (neighbour) => checkWith({ differences: neighbour as typeof numericalGradient }),
    relativeError: (neighbour) => checkWith({ error: neighbour as typeof relativeError }),
  },
  alternatives: alternatives.gradientCheck,
  witnesses: [
    // Central differences of a square are its gradient, and f at the unit vectors gives its weights.
    {
      name: 'tf.valueAndGrad of the square, and tf.norm',
      on: ['by-hand', 'error-1e-9', 'error-1e-7', 'error-1e-6', 'error-1e-4', 'error-1e-2', 'matrix', 'rank-3'],
      compute: (f, analytic, x) => {
        const units = Array.from({ length: x.size }, (_, i) => unitLike(x, i));
        const weights = tf.tensor(
          units.map((unit) => Math.sqrt(f(unit))),
          x.shape,
        );
        const { grad } = tf.valueAndGrad((at) => weights.mul(at).sum<tf.Scalar>().square())(x);
        const length = (one: Tensor): number => tf.norm(one).dataSync()[0] ?? NaN;
        return { relativeError: length(grad.sub(analytic)) / (length(grad) + length(analytic) + 1e-8) };
      },
    },
  ],
  forbidden: libraryAnswers,
});
