/** Training on real data with a student's own functions; see README.md. */
export { configSchema, helpfulFiles, neededFiles, type TrainingConfig } from './config';
export type { TrainingMessage } from './messages';
export { problemText } from './problemText';
export { trainingPage } from './page';
export { progressText, summaryText } from './progressText';
export { readRun, readRuns, startOf, type NamedRun } from './readResults';
export { runTraining, type RunningTraining, type TrainingEnding } from './runTraining';
export { trainTexts, type TrainTexts } from './texts';
export { TrainingRecord, type TrainingResults, type TrainingStatus } from './TrainingRecord';
export { nextResultsFile, writeResults } from './writeResults';
