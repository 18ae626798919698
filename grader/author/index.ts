/** What starts an assignment and writes what is made from its solution. */
export { newCourse } from './newCourse';
export { newAssignment } from './newAssignment';
export { checkGenerated, writeGenerated } from './writeGenerated';
