/** Generates a class to test the grader on; the seed determines it. */
export { planClass, type Profile } from './planClass';
export { writeClass } from './writeClass';
export { allMistakeEdits } from './mistakeEdits';
export { writeWork } from './writeWork';
