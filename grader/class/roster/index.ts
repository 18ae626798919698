/** From submissions to people: who handed in which work, when, and their grades. */
export type { AssignmentGrade, Grade } from './gradesOf';
export { compareGrades } from './compareGrades';
export { indexBy } from './indexBy';
export { keepJudging } from './judging';
export { plainLetters } from './plainLetters';
export { partiesOf } from './partiesOf';
export { sumPoints } from './points';
export { wholeAssignment, type Comment, type Override } from './readOverrides';
export { hashOfFile, timeNotes } from './gradeBookNotes';
export { readGradeBook, type GradeBook } from './readGradeBook';
export { parseInstant } from './readInstant';
export { readRoster } from './readRoster';
export { keyOf, type Student, type Times } from './student';
export { matchRoster, type Owners } from './matchRoster';
export { isYes, words, worksheetColumns, type WorksheetColumn } from './moodleWords';
export { slipDaysIn, type SlipDaysUsed } from './slipDaysUsed';
export type { CriterionGrade } from './rubricOf';
export { rubricTable } from './rubricTable';
