import * as tf from '../precision/tfjs';
import { stopCounting } from './countKernels';

/** Call after an evaluation was aborted: resets tfjs as the evaluation's own `finally` blocks would have. */
export function abandonEvaluation(): void {
  const engine = tf.engine();
  stopCounting();
  while (engine.state.scopeStack.length > 0) engine.endScope();
  Object.assign(engine.state, { gradientDepth: 0, kernelDepth: 0, activeTape: null, numDataMovesStack: [] });
}
