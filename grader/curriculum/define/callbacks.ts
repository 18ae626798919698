/** The module `descent/callbacks`, for defining callbacks in a course's `curriculum/callbacks.ts`. */
export * from '../../execution/defineCallback';
/** The single tfjs of a grading process. */
export * as tf from '../../precision/tfjs';
