/** Texts about an assignment for people: hints and labels, as data next to its spec. */
export type { HintCatalogue } from './hintsFile';
export { readWords, type AssignmentWords } from './readWords';
