/** Runs the public checks in the student's own realm, for `npm test` and the page. */
export { askedOnce } from './askedOnce';
export { checkAssignment } from './checkAssignment';
export type { Realm } from './Realm';
export { functionOf, limitOf, runExercise } from './runExercise';
export { runExerciseAsync } from './runExerciseAsync';
