/** The stage that judges: outcomes and cases in, check results out. */
export { checkExercise, withCarriedMistakes, type ExerciseRun } from './checkExercise';
export { remembering, type PlannedEvaluation } from './checkKind';
export { askInRounds, plainEvaluations, planEvaluations } from './planEvaluations';
export { describeShape, describeValue } from './describeValue';
export { tolerances } from './tolerances';
export { recogniseMistake, tellingCases } from './recogniseMistake';
