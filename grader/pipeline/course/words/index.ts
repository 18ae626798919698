/** What is written for people about an assignment: hints and labels, as data beside its spec. */
export type { HintCatalogue } from './hintsFile';
export { readWords, type AssignmentWords } from './readWords';
