/**
 * Everything Jest needs in a student's copy, in one file, so tests and submissions share one tfjs in double precision.
 */
export { submissionTfjs as tf } from '../../../student/jest/submissionTfjs';
export * as descent from '../../../descent';
export { awaitAnswers } from '../../../student/jest/awaitedRuns';
export { publicChecks } from '../../../student/jest/publicChecks';
