/** From submissions to people: who handed in what, when, and what they get for it. */
export type { AssignmentGrade, Grade, Points } from './gradesOf';
export type { Override } from './readOverrides';
export { readGradeBook, type GradeBook } from './readGradeBook';
export { keyOf, readRoster, type Student } from './readRoster';
export { matchRoster, type RosterMatch } from './matchRoster';
