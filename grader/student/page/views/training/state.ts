import type { ComputationResult } from '../../computations';
import type { TrainingCurves } from '../../computations/training';
import type { Recorded } from './readRecord';
import type { Scene } from '../kit';
import type { TrainingTexts } from './texts';

export interface TrainingState {
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly lambda: number;
  readonly examples: number;
  readonly patience: number;
  readonly companion: boolean;
  readonly recorded: Recorded | undefined;
}

export interface TrainingData {
  readonly own: ComputationResult<TrainingCurves>;
  readonly companion: ComputationResult<TrainingCurves> | undefined;
  readonly stopping: ComputationResult<number> | undefined;
}

export type TrainingScene = Scene<TrainingState, TrainingData, TrainingTexts>;
