import { tf } from '../../precision';
import { checkOutcomes } from '../../pipeline/checks';
import { seededRandom } from '../../descent';
import type { ExerciseFunction, ExerciseSpec } from '../../pipeline/course/spec';
import { encodeJson } from '../../execution/values';
import type { Exercise, PropertyCheck } from '../../pipeline/types';
import { failing, type Failure } from './claims';
import { lawsAlone, outcomesOf } from './runFunction';

/** A law that no wrong answer breaks gives points away; so does one whose parameters don't change the inputs. */
export async function proveLaws(author: ExerciseSpec, exercise: Exercise): Promise<readonly Failure[]> {
  const laws = exercise.checks.filter((check) => check.kind === 'property');
  const failure = failing('laws', exercise.name);
  const idle = laws.filter((check) => asksTheSame(check, exercise));
  const open = (await unbroken(author, exercise, laws)).filter((check) => !idle.includes(check));
  const change = 'choose parameters that change an argument';
  const tell = 'see its parameters, and give it a case where it says something';
  return [
    ...idle.map(({ id }) => failure(`the law of ${id} compares a result with that of the same arguments`, change)),
    ...open.map(({ id }) => failure(`the law of ${id} holds for all answers that are tried, wrong ones too`, tell)),
  ];
}

/** Intended for laws without parameters, such as that the same seed gives the same result. */
function asksTheSame({ law, parameters, cases }: PropertyCheck, exercise: Exercise): boolean {
  if (Object.keys(parameters).length === 0) return false;
  const asked = exercise.cases.filter(({ id }) => cases.includes(id)).flatMap(({ calls }) => calls);
  const named = asked.map((values) =>
    Object.fromEntries(exercise.arguments.map((name, index) => [name, values[index]])),
  );
  const pairs = named.flatMap((inputs) =>
    law.companions(inputs, parameters, seededRandom(1)).map((one) => [encodeJson(inputs), encodeJson(one)] as const),
  );
  return pairs.length > 0 && pairs.every(([own, other]) => JSON.stringify(own) === JSON.stringify(other));
}

async function unbroken(
  author: ExerciseSpec,
  exercise: Exercise,
  laws: readonly PropertyCheck[],
): Promise<readonly PropertyCheck[]> {
  const wrong: readonly (() => ExerciseFunction)[] = [
    () => disturbed(author.reference, steady),
    () => disturbed(author.reference, unsteady()),
    () => disturbed(author.reference, () => 0),
    ...author.mistakes.map(({ make }) => make),
  ];
  const asked = lawsAlone(exercise);
  let open = laws;
  for (const make of wrong) {
    if (open.length === 0) return [];
    const outcomes = await outcomesOf(asked, make);
    const { checks } = checkOutcomes(asked, outcomes);
    const broken = checks.flatMap(({ check, status }) => (status === 'failed' ? [check.id] : []));
    open = open.filter(({ id }) => !broken.includes(id));
  }
  return open;
}

/** The right answer with each number changed. */
function disturbed(run: ExerciseFunction, change: (value: number) => number): ExerciseFunction {
  const changed = (value: unknown): unknown => {
    if (value instanceof tf.Tensor) return onTensor(value as tf.Tensor, change);
    if (typeof value === 'number') return change(value);
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'string') return `${value}?`;
    if (typeof value === 'function') return disturbed(value as ExerciseFunction, change);
    if (value instanceof Promise) return value.then(changed);
    if (Array.isArray(value)) return value.map(changed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, changed(item)]));
  };
  return (...args: unknown[]) => changed(run(...args));
}

function onTensor(tensor: tf.Tensor, change: (value: number) => number): tf.Tensor {
  return tf.tensor(Array.from(tensor.dataSync(), change), tensor.shape, tensor.dtype);
}

/** Equal for equal numbers, but otherwise unrelated to them. */
function steady(value: number): number {
  return value + 2 + Math.sin(1000 * value + 1);
}

/** A different change each time. */
function unsteady(): (value: number) => number {
  let calls = 0;
  return (value) => value + Math.sin((calls += 1));
}
