/** The stage that knows the course: specs or released files in, assignments as data out. */
export type { Checkout, Curriculum, DataSet } from './curriculum';
export { AssignmentCache, hashOfFolder } from './AssignmentCache';
export { hasSpecs, loadFullAssignment, loadPublicAssignment } from './loadAssignments';
export { hiddenSeed, type HiddenSeed } from './hiddenSeed';
export { latenessOf, type Lateness } from './lateness';
export type { LatePolicy, ScheduledAssignment } from './courseSchema';
export { parseCourse, readCourse, type Course } from './readCourse';
export { readAssignmentFile, readPublicFile, writeAssignmentFile, writePublicFile } from './publicFile';
export { seedLabel } from './seeds';
export { instantsOf, readWallTime } from './zonedTime';
