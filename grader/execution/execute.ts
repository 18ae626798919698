import * as tf from '../precision/tfjs';
import { callSteps, type AnyFunction } from './callSteps';
import { describeError } from './describeError';
import { runDifferences } from './differences';
import type { Evaluation, Outcome } from './evaluation';
import { Observer } from './Observer';

/**
 * Runs one evaluation of an exercise's function in this process and returns its outcome. Submissions, the reference,
 * the known mistakes and `npm test` all run through this.
 */
export function execute(run: (...args: never[]) => unknown, evaluation: Evaluation): Outcome {
  const call = run as AnyFunction;
  tf.engine().startScope();
  try {
    return evaluation.kind === 'calls' ? runCalls(call, evaluation) : runDifferences(call, evaluation);
  } catch (error) {
    return { status: 'threw', error: describeError(error) };
  } finally {
    tf.engine().endScope();
  }
}

function runCalls(call: AnyFunction, evaluation: Evaluation & { readonly kind: 'calls' }): Outcome {
  const steps = callSteps(call, evaluation, new Observer());
  let step = steps.next();
  while (step.done !== true) step = steps.next(step.value);
  return step.value;
}
