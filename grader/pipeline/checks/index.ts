/** The stage that judges: outcomes and cases in, check results out. */
export { checkExercise, type ExerciseRun } from './checkExercise';
export { withCarriedMistakes } from './withCarriedMistakes';
export { casesOf, partOf, plainEvaluation, remembering, type PlannedEvaluation } from './checkKind';
export { compareValues, structureOfTensor } from './compareValues';
export { differencesOf } from './differencesOf';
export { describeShape, describeValue } from './describeValue';
export { difference } from './difference';
export { analyticAt, evaluationIds, planDifferences, strengthsOf } from './differencePlan';
export { numericalGradient } from './numericalGradient';
export { askInRounds, plainEvaluations, planEvaluations } from './planEvaluations';
export { matches, recogniseMistake, tellingCases } from './recogniseMistake';
export { compareCase } from './referenceCheck';
export { signatureOf } from './signatureOf';
export { magnitude, norm, relativeError } from './relativeError';
export { tolerances } from './tolerances';
