import { digitTemplates, regionsByNeighbors, regionsByScores } from './classifier';
import type { Computation } from './Computation';
import { adamDecay, decayCurve, decayError, penaltyPath } from './decay';
import { descentPath } from './descentPath';
import { fitPolynomial } from './fitting';
import { differenceErrors } from './gradients';
import { lossCurve, lossOf, softmaxOf } from './losses';
import { rangeTest, scheduleRates, suggestedRate } from './schedules';
import { stoppingAt, trainDigits } from './training';

export { runComputation } from './runComputation';
export type { Computation, ComputationResult, StudentFunctions } from './Computation';

/** All computations of the worker. Parameters and results are plain data; each defines its own types. */
export const computations: readonly Computation<never, unknown>[] = [
  ...[descentPath, decayCurve, decayError, penaltyPath, adamDecay],
  ...[scheduleRates, rangeTest, suggestedRate],
  ...[regionsByScores, regionsByNeighbors, digitTemplates],
  ...[softmaxOf, lossOf, lossCurve, differenceErrors],
  ...[trainDigits, stoppingAt, fitPolynomial],
];
