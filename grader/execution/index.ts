/** Runs one function in this process: shared by the submission's process, references, known mistakes and `npm test`. */
export { checkParameters, type TypedCallback } from './defineCallback';
export { describeError } from './describeError';
export type { CallbackCall, Evaluation, Observation, Outcome, SourcePlace, ThrownError } from './evaluation';
export { abandonEvaluation } from './abandon';
export { returned } from './returned';
export { execute } from './execute';
export { executeAsync, inScope } from './executeAsync';
export { executeOf } from './executeOf';
export { UnsettledPromise } from './unsettledPromise';
export { dematerialize, materialize } from './materialize';
