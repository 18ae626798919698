import type { Outcome } from '../../../execution';
import { costOf, isArrayValue, TensorValue, Unsendable, type Value } from '../../../execution/values';

/** Limits an outcome's reading cost: a value larger than any correct answer is replaced by a description. */
export function boundAnswer(outcome: Outcome, maxCost: number): Outcome {
  if (outcome.status !== 'returned') return outcome;
  const { values, observed } = outcome;
  const calls = observed.callbackCalls;
  const cost = costOf(values) + calls.reduce((sum, call) => sum + 1 + costOf(call.arguments) + costOf(call.result), 0);
  if (cost <= maxCost) return outcome;
  // Calls of callbacks are useful only together with the results.
  return { ...outcome, values: values.map(named), observed: { ...observed, callbackCalls: [] } };
}

function named(value: Value): Value {
  if (value instanceof TensorValue)
    return new Unsendable(`a tensor of shape [${value.shape.join(', ').slice(0, 60)}], larger than any right answer`);
  const what = isArrayValue(value) ? `an array of ${value.length} items` : 'an answer';
  return new Unsendable(`${what}, larger than any right one`);
}
