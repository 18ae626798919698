/** What no student may get, and where it shows in what they would. */
export { findSecretCode, secretCode, type SecretCode, type StaffFile } from './secretCode';
export { staffFiles } from './staffFiles';
export type { FoundRun } from './TokenRuns';
export { findAnswer, secretAnswers } from './answers';
