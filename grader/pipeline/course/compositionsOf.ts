import { abandonEvaluation, dematerialize, execute, materialize } from '../../execution';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';
import { withinSeconds } from '../../execution/withinSeconds';
import type { Composition, Compositions, Outcome } from '../types';
import type { AssignmentSpec, ExerciseFunction } from './spec/spec';

/**
 * How an assignment's functions are built on one another, and what they return.
 *
 * @param maxSeconds - per answer: references are written for the cases' arguments, and may loop forever on others
 */
export function compositionsOf({ exercises }: AssignmentSpec, maxSeconds = 5): Compositions {
  const within = (evaluate: () => Outcome): Outcome => bounded(maxSeconds, evaluate);
  const references = new Map(exercises.map(({ name, reference }) => [name, reference]));
  const onNeighbours = new Map(
    exercises.map(({ name, buildsOn = {} }) => {
      const compositions = Object.entries(buildsOn).flatMap(([neighbour, buildOn]) => {
        const right = references.get(neighbour);
        return right === undefined ? [] : [[neighbour, composition(buildOn, right, within)] as const];
      });
      return [name, new Map(compositions)] as const;
    }),
  );
  return {
    onNeighbours,
    references: new Map(
      exercises.flatMap(({ name, reference, async: isAsync }) =>
        isAsync === true ? [] : [[name, (evaluation) => within(() => execute(reference, evaluation))]],
      ),
    ),
  };
}

function composition(
  buildOn: (neighbour: ExerciseFunction) => ExerciseFunction,
  right: ExerciseFunction,
  within: (evaluate: () => Outcome) => Outcome,
): Composition {
  return (evaluation, answer) => {
    let isKnown = true;
    const neighbour: ExerciseFunction = (...args: unknown[]) => {
      const inputs = args.map(dematerialize);
      const outcome = answer(inputs);
      if (outcome?.status === 'threw') throw new Error(outcome.error.message);
      const wanted = execute(right, { kind: 'calls', calls: [inputs] });
      // A value of a different form than the correct answer's could cost unlimited time and memory here.
      if (outcome?.status !== 'returned' || wanted.status !== 'returned' || !hasForm(outcome.values, wanted.values)) {
        isKnown = false;
        throw new Error('the answer is not known');
      }
      return materialize(outcome.values[0], { previous: undefined, callbackCalls: [] });
    };
    const outcome = within(() => execute(buildOn(neighbour), evaluation));
    return isKnown && outcome.status !== 'timeout' ? outcome : undefined;
  };
}

function bounded(maxSeconds: number, evaluate: () => Outcome): Outcome {
  let outcome: Outcome = { status: 'timeout', seconds: maxSeconds };
  const isDone = withinSeconds(maxSeconds, () => {
    outcome = evaluate();
  });
  if (!isDone) abandonEvaluation();
  return outcome;
}

/** Whether a value has the same kinds, lengths, fields and shapes as another; numbers may differ. */
function hasForm(value: Value, wanted: Value): boolean {
  if (wanted instanceof TensorValue)
    return (
      value instanceof TensorValue &&
      value.values.length === wanted.values.length &&
      value.shape.join() === wanted.shape.join()
    );
  if (isArrayValue(wanted))
    return (
      isArrayValue(value) &&
      value.length === wanted.length &&
      wanted.every((item, index) => hasForm(value[index], item))
    );
  if (!isRecordValue(wanted)) return typeof value === typeof wanted;
  if (!isRecordValue(value)) return false;
  const record = value;
  return Object.entries(wanted).every(([field, item]) => Object.hasOwn(record, field) && hasForm(record[field], item));
}
