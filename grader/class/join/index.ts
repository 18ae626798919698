/** From batches to a course's total. */
export { joinGrades, type JoinedBatch } from './joinGrades';
export { slipDayNotes } from './slipDayNotes';
