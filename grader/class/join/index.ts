/** From the batches of a course to its total. */
export { joinGrades, type JoinedBatch } from './joinGrades';
export { slipDayNotes } from './slipDayNotes';
