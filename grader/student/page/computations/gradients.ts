import type { Tensor } from '@tensorflow/tfjs';
import { defineComputation } from './Computation';

export const curveIds = ['sine', 'exponential', 'cube', 'logistic'] as const;
export type CurveId = (typeof curveIds)[number];

interface Curve {
  /** Each operation is rounded to the given precision. */
  readonly value: (x: number, round: (value: number) => number) => number;
  readonly slope: (x: number) => number;
}

export const curves: Readonly<Record<CurveId, Curve>> = {
  sine: { value: (x, round) => round(Math.sin(x)), slope: Math.cos },
  exponential: { value: (x, round) => round(Math.exp(x)), slope: Math.exp },
  cube: { value: (x, round) => round(round(x * x) * x), slope: (x) => 3 * x * x },
  logistic: {
    value: (x, round) => round(1 / round(1 + round(Math.exp(-x)))),
    slope: (x) => Math.exp(-x) / (1 + Math.exp(-x)) ** 2,
  },
};

export interface DifferenceParameters {
  readonly by: 'forwardDifference' | 'numericalGradient';
  readonly precision: 'float32' | 'float64';
  readonly curve: CurveId;
  readonly x: number;
  readonly steps: readonly number[];
}

export interface Difference {
  readonly slope: number;
  /** Relative to the true derivative. */
  readonly error: number;
}

/** The student's difference quotient and its error, for each step h. In float32 the function itself is rounded. */
export const differenceErrors = defineComputation<DifferenceParameters, readonly Difference[]>(
  'gradients.errors',
  (own, tf, { by, precision, curve, x, steps }) => {
    const difference = own<(f: (x: Tensor) => number, x: Tensor, h: number) => Tensor>('05-gradients', by);
    const round = precision === 'float32' ? Math.fround : Number;
    const { value, slope: truth } = curves[curve];
    const f = (at: Tensor): number => value(round(at.dataSync()[0] ?? NaN), round);
    const at = round(x);
    return steps.map((h) => {
      const [slope = NaN] = difference(f, tf.tensor1d([at]), h).dataSync();
      return { slope, error: Math.abs(slope - truth(at)) / Math.abs(truth(at)) };
    });
  },
);
