/** The module `descent/callbacks`: what a course defines callbacks with, in its `curriculum/callbacks.ts`. */
export * from '../../execution/defineCallback';
/** The one tfjs that there is in a process that grades. */
export * as tf from '../../precision/tfjs';
