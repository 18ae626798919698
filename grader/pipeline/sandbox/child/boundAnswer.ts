import type { Outcome } from '../../../execution';
import { costOf, isArrayValue, TensorValue, Unsendable, type Value } from '../../../execution/values';

/** An outcome that costs no more to read than it may: what is larger than any right answer is only named. */
export function boundAnswer(outcome: Outcome, maxCost: number): Outcome {
  if (outcome.status !== 'returned') return outcome;
  const { values, observed } = outcome;
  const calls = observed.callbackCalls;
  const cost = costOf(values) + calls.reduce((sum, call) => sum + 1 + costOf(call.arguments) + costOf(call.result), 0);
  if (cost <= maxCost) return outcome;
  // What was called is of use only with what was returned.
  return { ...outcome, values: values.map(named), observed: { ...observed, callbackCalls: [] } };
}

function named(value: Value): Value {
  if (value instanceof TensorValue)
    return new Unsendable(`a tensor of shape [${value.shape.join(', ').slice(0, 60)}], larger than any right answer`);
  const what = isArrayValue(value) ? `an array of ${value.length} items` : 'an answer';
  return new Unsendable(`${what}, larger than any right one`);
}
