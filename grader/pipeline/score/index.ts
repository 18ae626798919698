/** The stage that adds up: check results in, points out. */
export { roundPoints } from './roundPoints';
export { scoreAssignment, totalScore, type Score, type ScoredAssignment } from './scoreAssignment';
export { isOpen, scoreExercise, type ScoredCheck, type ScoredExercise } from './scoreExercise';
