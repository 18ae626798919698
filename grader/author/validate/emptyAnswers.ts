import { askInRounds } from '../../pipeline/checks';
import type { Exercise, Outcome, Outcomes } from '../../pipeline/types';
import { returned } from '../../execution';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';
import { failing, type Failure } from './claims';
import { scoreOutcomes } from './runFunction';

/** Trivial answers earn nothing: zeros and ones of the right structure, and echoed arguments. */
export function proveEmptyAnswers(exercise: Exercise): readonly Failure[] {
  const answers = new Map<string, Outcomes>([
    ['zeros', constants(exercise, 0)],
    ['ones', constants(exercise, 1)],
    ...exercise.arguments.map((name, index): [string, Outcomes] => [
      `the argument ${name}, handed back,`,
      echo(exercise, index),
    ]),
  ]);
  return [...answers].flatMap(([name, outcomes]) => {
    const { score, checks } = scoreOutcomes(exercise, outcomes);
    if (score === 0) return [];
    const by = checks.flatMap(({ status, check }) => (status === 'passed' ? [check.id] : [])).join(', ');
    const repair = 'give those checks a case whose result is neither constant nor an argument';
    return [failing('empty', exercise.name)(`${name} for an answer earns ${score} points by ${by}`, repair)];
  });
}

function constants(exercise: Exercise, number: number): Outcomes {
  const expected = new Map(exercise.cases.map((one) => [one.id, one.expected]));
  const [first] = exercise.cases;
  return askInRounds(exercise, () => ({ id }): Outcome => {
    const outcome = expected.get(id) ?? first?.expected;
    if (outcome?.status !== 'returned') return { status: 'crashed', detail: 'no reference' };
    return { ...outcome, values: outcome.values.map((value) => fill(value, number)) };
  });
}

function fill(value: Value, number: number): Value {
  if (typeof value === 'number') return number;
  if (typeof value === 'boolean') return number !== 0;
  if (typeof value === 'string') return number === 0 ? '' : String(number);
  if (isArrayValue(value)) return value.map((item) => fill(item, number));
  if (value instanceof TensorValue)
    return new TensorValue(value.shape, value.dtype, new Float64Array(value.values.length).fill(number));
  if (!isRecordValue(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, fill(item, number)]));
}

function echo(exercise: Exercise, argument: number): Outcomes {
  return askInRounds(exercise, () => ({ evaluation }): Outcome => {
    const calls = evaluation.kind === 'calls' ? evaluation.calls : [evaluation.arguments];
    return returned(calls.map((inputs) => inputs[argument]));
  });
}
