/** Runs the public checks in the student's own realm: what `npm test` and the page share. */
export { askedOnce } from './askedOnce';
export { checkAssignment } from './checkAssignment';
export { runExercise, type Realm } from './runExercise';
export { runExerciseAsync } from './runExerciseAsync';
