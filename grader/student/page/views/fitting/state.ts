import type { ComputationResult } from '../../computations';
import { noiseAt } from '../../computations/surfaces';
import type { Scene } from '../kit';
import type { FittingTexts } from './texts';

export interface FittingState {
  readonly degree: number;
  readonly lambda: number;
  readonly noise: number;
  /** The fitted points; those of other samples differ only in their noise. */
  readonly moved: Readonly<Record<number, number>>;
}

export type Weights = ComputationResult<readonly number[]>;

export interface FittingData {
  /** One per degree, starting at 1. */
  readonly degrees: readonly Weights[];
  readonly samples: readonly Weights[];
}

export type FittingScene = Scene<FittingState, FittingData, FittingTexts>;

export const maxDegree = 9;
export const samples = 16;
const count = 12;

export function truth(x: number): number {
  return Math.sin(2.6 * x) * 0.9 + 0.3 * x;
}

/** Points of one sample; sample 0 is the fitted one. */
export function pointsOf({ noise, moved }: FittingState, sample: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, index) => {
    const x = Number((-1 + (2 * index) / (count - 1)).toFixed(4));
    const [error] = noiseAt(100 * sample + index + 5);
    return [x, (sample === 0 ? moved[index] : undefined) ?? Number((truth(x) + noise * error).toFixed(4))];
  });
}
