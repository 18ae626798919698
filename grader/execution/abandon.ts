import * as tf from '../precision/tfjs';

/** To be called once an evaluation was cut short: leaves tfjs as the evaluation's own `finally` blocks would have. */
export function abandonEvaluation(): void {
  const engine = tf.engine();
  // What counts kernels, and numbers that are read.
  Reflect.deleteProperty(engine, 'runKernel');
  Reflect.deleteProperty(engine, 'readSync');
  while (engine.state.scopeStack.length > 0) engine.endScope();
  Object.assign(engine.state, { gradientDepth: 0, kernelDepth: 0, activeTape: null, numDataMovesStack: [] });
}
