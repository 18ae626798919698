import { dematerialize, execute, materialize } from '../../execution';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';
import type { Composition, Compositions } from '../types';
import type { AssignmentSpec, ExerciseFunction } from './spec/spec';

/** How an assignment's functions are built on one another, and what they return. */
export function compositionsOf({ exercises }: AssignmentSpec): Compositions {
  const references = new Map(exercises.map(({ name, reference }) => [name, reference]));
  const onNeighbours = new Map(
    exercises.map(({ name, buildsOn = {} }) => {
      const compositions = Object.entries(buildsOn).flatMap(([neighbour, buildOn]) => {
        const right = references.get(neighbour);
        return right === undefined ? [] : [[neighbour, composition(buildOn, right)] as const];
      });
      return [name, new Map(compositions)] as const;
    }),
  );
  return {
    onNeighbours,
    references: new Map(exercises.map(({ name, reference }) => [name, (evaluation) => execute(reference, evaluation)])),
  };
}

function composition(buildOn: (neighbour: ExerciseFunction) => ExerciseFunction, right: ExerciseFunction): Composition {
  return (evaluation, answer) => {
    let isKnown = true;
    const neighbour: ExerciseFunction = (...args: unknown[]) => {
      const inputs = args.map(dematerialize);
      const outcome = answer(inputs);
      if (outcome?.status === 'threw') throw new Error(outcome.error.message);
      const wanted = execute(right, { kind: 'calls', calls: [inputs] });
      // What is formed otherwise than a right answer could cost any time and memory here.
      if (outcome?.status !== 'returned' || wanted.status !== 'returned' || !hasForm(outcome.values, wanted.values)) {
        isKnown = false;
        throw new Error('the answer is not known');
      }
      return materialize(outcome.values[0], { previous: undefined, callbackCalls: [] });
    };
    const outcome = execute(buildOn(neighbour), evaluation);
    return isKnown ? outcome : undefined;
  };
}

/** Whether a value has the kinds, lengths, fields and shapes of another, whatever its numbers. */
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
  if (typeof wanted !== 'object' || !isRecordValue(wanted)) return typeof value === typeof wanted;
  if (typeof value !== 'object' || !isRecordValue(value)) return false;
  const record = value;
  return Object.entries(wanted).every(([field, item]) => Object.hasOwn(record, field) && hasForm(record[field], item));
}
