import type { Case, Exercise, WrongAnswer } from '../../types';
import {
  CallbackValue,
  isArrayValue,
  isRecordValue,
  PreviousResult,
  TensorValue,
  valueAt,
  type Value,
} from '../../../execution/values';
import { looksEqual } from './errorPattern';
import { maxSteps, pictureNumber, type Path, type Point } from './picture';

const fewestSteps = 3;

/** The first wrong answer that walked over a bowl of two weights, as a path without its case. */
export function pathOf(
  answers: readonly WrongAnswer[],
  exercise: Exercise,
): { readonly answer: WrongAnswer; readonly path: Omit<Path, 'case' | 'label'> } | undefined {
  for (const answer of answers.toSorted((a, b) => b.case.calls.length - a.case.calls.length)) {
    const path = walk(answer, exercise);
    if (path !== undefined) return { answer, path };
  }
  return undefined;
}

function walk({ case: one, returned }: WrongAnswer, exercise: Exercise): Omit<Path, 'case' | 'label'> | undefined {
  const bowl = bowlOf(one);
  const start = pair(one.calls[0]?.[exercise.arguments.indexOf('w')]);
  if (bowl === undefined || start === undefined || one.calls.length < fewestSteps || one.expected.status !== 'returned')
    return undefined;
  const expected = weightsOf(one.expected.values);
  const got = weightsOf(returned);
  if (expected.length < fewestSteps || got.length === 0) return undefined;
  const parting = expected.findIndex(
    (point, step) => !point.every((value, axis) => looksEqual(value, got[step]?.[axis] ?? NaN)),
  );
  return {
    kind: 'path',
    ...bowl,
    start,
    expected: drawn(expected),
    got: drawn(got),
    partsAt: parting === -1 ? null : parting + 1,
  };
}

/** The quadratic whose gradient the steps followed, if it has two weights. */
function bowlOf({ calls }: Case): Pick<Path, 'curvatures' | 'center'> | undefined {
  for (const callback of callbacksIn(calls.flat())) {
    const curvatures = pair(callback.parameters.curvatures);
    const center = pair(callback.parameters.center);
    const isBowl = callback.callback.role === 'bowl' && curvatures?.every((value) => value > 0) === true;
    if (isBowl && center !== undefined) return { curvatures, center };
  }
  return undefined;
}

function* callbacksIn(value: Value): Generator<CallbackValue> {
  if (value instanceof CallbackValue) yield value;
  else if (value instanceof PreviousResult) yield* callbacksIn(value.through);
  else if (isArrayValue(value)) for (const item of value) yield* callbacksIn(item);
  else if (isRecordValue(value)) yield* callbacksIn(Object.values(value));
}

/** Weights after each step, as long as there are any. */
function weightsOf(values: readonly Value[]): readonly (readonly [number, number])[] {
  const points: (readonly [number, number])[] = [];
  for (const value of values.slice(0, maxSteps)) {
    const point = pair(value instanceof TensorValue ? value : valueAt(value, ['w']));
    if (point === undefined) break;
    points.push(point);
  }
  return points;
}

function pair(value: Value): [number, number] | undefined {
  if (!(value instanceof TensorValue) || value.values.length !== 2) return undefined;
  return [value.values[0] ?? NaN, value.values[1] ?? NaN];
}

function drawn(points: readonly (readonly [number, number])[]): Point[] {
  return points.map(([x, y]) => [pictureNumber(x), pictureNumber(y)]);
}
