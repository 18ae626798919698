/** Creates assignments and generates files from their solutions. */
export { newCourse } from './newCourse';
export { newAssignment } from './newAssignment';
export { checkGenerated, writeGenerated } from './writeGenerated';
