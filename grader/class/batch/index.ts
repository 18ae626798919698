/** A class graded: many submissions, one folder of results that goes on where it was interrupted. */
export { answerBatch } from './answerBatch';
export { BatchRefusal } from './BatchRefusal';
export { compareResults } from './compareResults';
export type { Done } from './findCompletedResults';
export type { ClassFolder } from './findSubmissions';
export { GraderProcess, type Preparation } from './GraderProcess';
export type { Graded, Grader, Job, Prepared } from './grader';
export { readImport } from './keptImport';
export { lockFolder } from './lockFolder';
export { movesToText } from './movesToText';
export { readBatch, readResult, type Batch } from './readBatch';
export { checkApart, makeFolder, runBatch, type BatchOutcome } from './runBatch';
export { fromHereAll, readSettings, submissionsOf, writeSettings, type BatchSettings } from './settings';
export { SubmissionGrader } from './SubmissionGrader';
export { lastInHistory, repairResults } from './history';
export { mergeResults } from './mergeResults';
export { takeOver, undoTakeOver } from './takeOver';
export { gradesTable, pendingIn, writeGrades } from './writeGrades';
