/** The stage that judges: outcomes and cases in, check results out. */
export { checkExercise, type ExerciseRun } from './checkExercise';
export { withCarriedMistakes } from './withCarriedMistakes';
export { casesOf, partOf, plainEvaluation, remembering, type PlannedEvaluation } from './checkKind';
export { compareValues, structureOfTensor } from './compareValues';
export { describeShape, describeValue } from './describeValue';
export { difference } from './difference';
export { analyticAt, differencesOf, evaluationIds, numericalGradient, planDifferences, strengthsOf } from './gradient';
export { askInRounds, plainEvaluations, planEvaluations } from './planEvaluations';
export { matches, recogniseMistake, tellingCases } from './recogniseMistake';
export { compareCase } from './referenceCheck';
export { signatureOf } from './signatureOf';
export { magnitude, norm, relativeError } from './relativeError';
export { tolerances } from './tolerances';
