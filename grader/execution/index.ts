/** Runs one function in this process: what a submission's process, references, mistakes and `npm test` share. */
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
