import type { ComputationResult } from '../../computations';
import type { DescentPath } from '../../computations/descentPath';
import type { OptimizerId, StepOptions } from '../../computations/optimizers';
import type { SurfaceId } from '../../computations/surfaces';
import type { Scene } from '../kit';
import type { DescentTexts } from './texts';

export interface DescentState {
  readonly optimizers: readonly OptimizerId[];
  readonly companion: boolean;
  readonly surface: SurfaceId;
  readonly kappa: number;
  readonly start: readonly [number, number];
  /** Number of displayed steps; all are computed, so changing this costs nothing. */
  readonly steps: number;
  readonly options: StepOptions;
}

export interface DescentRun {
  readonly id: OptimizerId;
  readonly own: ComputationResult<DescentPath>;
  readonly companion: ComputationResult<DescentPath> | undefined;
}

export type DescentScene = Scene<DescentState, readonly DescentRun[], DescentTexts>;

export const maxSteps = 200;

export const initialDescent: DescentState = {
  optimizers: ['sgd', 'momentum', 'adam'],
  companion: false,
  surface: 'valley',
  kappa: 20,
  start: [-2, 1.2],
  steps: 100,
  options: { learningRate: 0.09, rho: 0.9, decay: 0.9, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, lambda: 0.1 },
};
