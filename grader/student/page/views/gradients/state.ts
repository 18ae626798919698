import type { ComputationResult } from '../../computations';
import type { CurveId, Difference, DifferenceParameters } from '../../computations/gradients';
import type { Scene } from '../kit';
import type { GradientsTexts } from './texts';

export interface GradientsState {
  readonly curve: CurveId;
  readonly x: number;
  readonly h: number;
}

export type GradientsData = readonly (Pick<DifferenceParameters, 'by' | 'precision'> & {
  readonly differences: ComputationResult<readonly Difference[]>;
})[];

export type GradientsScene = Scene<GradientsState, GradientsData, GradientsTexts>;

/** Four to a decade, from 1 down to 1e-13. */
export const steps = Array.from({ length: 53 }, (_, index) => 10 ** (-index / 4));

export const lines = [
  { by: 'forwardDifference', precision: 'float32' },
  { by: 'numericalGradient', precision: 'float32' },
  { by: 'forwardDifference', precision: 'float64' },
  { by: 'numericalGradient', precision: 'float64' },
] as const;
