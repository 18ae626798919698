/** The stage that presents: scores in, text and JSON out. */
export { formatNumber } from '../words/formatNumber';
export { drawTable } from './drawTable';
export { firstMessageOf } from './firstMessageOf';
export { messageOf, problemMessage } from './messageOf';
export { printable, sanitize } from '../words/sanitize';
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
export { toJson, type Provenance } from './toJson';
export { toTerminal } from './toTerminal';
