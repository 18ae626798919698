import type { ComputationResult } from '../../computations';
import type { PenaltyPath } from '../../computations/decay';
import type { Scene } from '../kit';
import type { DecayTexts } from './texts';

export interface DecayState {
  readonly learningRate: number;
  readonly lambda: number;
  readonly steps: number;
  readonly center: readonly [number, number];
  readonly penalty: number;
  readonly adamLambda: number;
}

export interface DecayData {
  readonly powers: ComputationResult<readonly number[]>;
  readonly exponential: ComputationResult<readonly number[]>;
  readonly error: ComputationResult<number>;
  readonly l1: ComputationResult<PenaltyPath>;
  readonly l2: ComputationResult<PenaltyPath>;
  readonly coupled: ComputationResult<readonly (readonly [number, number])[]>;
  readonly decoupled: ComputationResult<readonly (readonly [number, number])[]>;
}

export type DecayScene = Scene<DecayState, DecayData, DecayTexts>;

/** Strengths of the penalties that paths go through. */
export const lambdas = Array.from({ length: 16 }, (_, index) => Number((index * 0.2).toFixed(1)));
export const adamSteps = 200;

/** Index of the closest strength in `lambdas`. */
export function nearest(lambda: number): number {
  return lambdas.reduce(
    (best, value, index) => (Math.abs(value - lambda) < Math.abs((lambdas[best] ?? 0) - lambda) ? index : best),
    0,
  );
}
