/** The stage that judges: outcomes and cases in, check results out. */
export { checkExercise, checkOutcomes, unnamed, type ExerciseRun } from './checkExercise';
export { casesOf, partOf, plainEvaluation, memoize, type PlannedEvaluation } from './checkKind';
export { compareValues, structureOfTensor } from './compareValues';
export { describeShape, describeValue } from './describeValue';
export { difference } from './difference';
export { comparedAt, disagreementOf, planDifferences } from './gradient';
export { askInRounds, askInRoundsAsync, judge, plainEvaluations, planCheck, planEvaluations } from './planEvaluations';
export {
  alteredArguments,
  matches,
  recogniseMistake,
  diagnosticCases,
  withBrokenNeighbours,
  withCarriedMistakes,
} from './naming';
export { lawHolds } from './propertyCheck';
export { compareCase, isClear } from './referenceCheck';
export { magnitude, norm, relativeError } from './relativeError';
export { tolerances } from './tolerances';
