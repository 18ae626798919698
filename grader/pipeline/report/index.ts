/** The stage that shows: scores in, text and JSON out. */
export { formatError, formatNumber } from '../words/formatNumber';
export { drawTable } from './drawTable';
export type { JsonNumber } from './jsonNumber';
export { messageOf, problemMessage, type Reader } from './messageOf';
export { sanitize } from '../words/sanitize';
export { hintIn } from './hintIn';
export { en, textsFor, type Texts } from './texts';
export { languageOf } from '../words/languageOf';
export {
  submissionResultSchema,
  type AssignmentJson,
  type CheckJson,
  type ExerciseJson,
  type SubmissionResult,
} from './submissionResult';
export { pictureOf, type HeatMap, type Path, type Picture } from './pictures';
export { toJson, type Provenance } from './toJson';
export { toTerminal, type TerminalOptions } from './toTerminal';
