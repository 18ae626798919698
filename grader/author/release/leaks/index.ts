/** Secrets, and their search in a release. */
export { findSecretCode, secretCode, type SecretCode, type StaffFile } from './secretCode';
export { staffFiles } from './staffFiles';
export { findAnswer, secretAnswers } from './answers';
