/** What starts an assignment and writes what is made from its solution. */
export { newAssignment } from './newAssignment';
export { checkGenerated, writeGenerated } from './writeGenerated';
