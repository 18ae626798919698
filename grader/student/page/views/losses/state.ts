import type { ComputationResult } from '../../computations';
import type { LossAndGradient } from '../../computations/losses';
import type { Scene } from '../kit';
import type { LossesTexts } from './texts';

export interface LossesState {
  readonly scores: readonly number[];
  readonly truth: number;
  readonly delta: number;
  /** Factor of all scores. */
  readonly scale: number;
}

export interface LossesData {
  readonly probabilities: ComputationResult<readonly number[]>;
  readonly crossEntropy: ComputationResult<LossAndGradient>;
  readonly hinge: ComputationResult<LossAndGradient>;
  readonly crossEntropyCurve: ComputationResult<readonly number[]>;
  readonly hingeCurve: ComputationResult<readonly number[]>;
}

export type LossesScene = Scene<LossesState, LossesData, LossesTexts>;

export const largestScore = 6;
/** Scores of the true class along the curves. */
export const curveValues = Array.from({ length: 49 }, (_, index) => -largestScore + index * 0.25);

export function scaled({ scores, scale }: LossesState): readonly number[] {
  return scores.map((score) => score * scale);
}
