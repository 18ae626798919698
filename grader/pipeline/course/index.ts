/** The stage that knows the course: specs or released files in, assignments as data out. */
export { findData, type Checkout, type CourseFolders, type Curriculum, type DataSet } from './curriculum';
export { AssignmentCache, hashOfFolder } from './AssignmentCache';
export { compositionsLoader, hasSpecs, loadFullAssignment, loadPublicAssignment } from './loadAssignments';
export { hiddenSeed, type HiddenSeed } from './hiddenSeed';
export { latenessOf } from './lateness';
export { parseCourse, readCourse, type Course } from './readCourse';
export { readAssignmentFile, readPublicFile, writeAssignmentFile, writePublicFile } from './publicFile';
export { publicFileProblem } from './publicFileProblem';
export { sourceFolder } from './sourceFolder';
export { attachmentKinds, maxAttachmentBytes } from './attachmentKinds';
export { settingsOf } from './settingsOf';
export { rubricSchema, type Rubric, type ScheduledAssignment } from './courseSchema';
export { compileSpec, loadBesideSpec, loadSpec } from './loadSpec';
export { drawnCases, type DrawnExercises, type Seeds } from './drawCases';
export { prepareAssignment, withPublicCasesOnly } from './prepareAssignment';
export { seedLabel } from './seeds';
export { clockTime, instantsOf, readWallTime, wallTimeAt } from './zonedTime';
export { isWeakSeed, newSeed } from './secretSeed';
