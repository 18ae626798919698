/** Training on real data with a student's own functions; see README.md. */
export { neededFiles, type TrainingConfig } from './config';
export type { TrainingMessage } from './messages';
export { problemText } from './problemText';
export { progressText, summaryText } from './progressText';
export { runTraining, type RunningTraining, type TrainingEnding } from './runTraining';
export { TrainingRecord, type TrainingResults, type TrainingStatus } from './TrainingRecord';
export { nextResultsFile, writeResults } from './writeResults';
