/** Runs the public checks in the student's own realm: what `npm test` and the page share. */
export { askedOnce } from './askedOnce';
export { checkAssignment } from './checkAssignment';
export type { Realm } from './Realm';
export { functionOf, runExercise } from './runExercise';
export { runExerciseAsync } from './runExerciseAsync';
