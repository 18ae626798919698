import { describeShape } from '../checks';
import type { Case, Exercise } from '../types';
import {
  CallbackValue,
  isArrayValue,
  isRecordValue,
  PreviousResult,
  TensorValue,
  Unsendable,
  type Value,
} from '../../execution/values';
import { formatNumber } from '../words/formatNumber';

/** Larger tensors are shown only by their shape. */
const maxNumbers = 12;

/** Descriptions of values that are not shown in full. */
export const englishWords = {
  firstOfCalls: (calls: number): string => `(the first of ${calls} calls in a row)`,
  previousResult: 'what the call before returned',
  array: (length: number): string => `an array of ${length}`,
  tensor: (shape: string): string => `a ${shape} tensor`,
};

export type ValueWords = typeof englishWords;

/** `W = [[1, 2], [3, 4]]   lambda = 0.1`: the inputs of a case, with records expanded into their fields. */
export function formatInputs(exercise: Exercise, { calls }: Case, words: ValueWords = englishWords): string {
  const [first = []] = calls;
  const parts = exercise.arguments.flatMap((name, index) => formatArgument(name, first[index], words)).join('   ');
  return calls.length === 1 ? parts : `${parts}   ${words.firstOfCalls(calls.length)}`;
}

function formatArgument(name: string, value: Value, words: ValueWords): readonly string[] {
  if (isRecordValue(value))
    return Object.entries(value).map(([field, item]) => `${field} = ${formatValue(item, words)}`);
  return [`${name} = ${formatValue(value, words)}`];
}

export function formatValue(value: Value, words: ValueWords = englishWords): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return `'${value}'`;
  if (value instanceof TensorValue) return formatTensor(value, words);
  if (value instanceof CallbackValue)
    return `${value.name}(${Object.entries(value.parameters)
      .flatMap(([field, item]) => formatArgument(field, item, words))
      .join(', ')})`;
  if (value instanceof PreviousResult) return words.previousResult;
  if (value instanceof Unsendable) return value.description;
  if (isArrayValue(value)) {
    return value.length > maxNumbers
      ? words.array(value.length)
      : `[${value.map((item) => formatValue(item, words)).join(', ')}]`;
  }
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .flatMap(([field, item]) => formatArgument(field, item, words))
      .join(', ')}}`;
  return String(value);
}

function formatTensor({ shape, values }: TensorValue, words: ValueWords): string {
  if (values.length > maxNumbers) return words.tensor(describeShape(shape));
  const nest = (axis: number, offset: number, size: number): string => {
    const length = shape[axis];
    if (length === undefined) return formatNumber(values[offset] ?? NaN);
    const inner = size / Math.max(1, length);
    return `[${Array.from({ length }, (_, index) => nest(axis + 1, offset + index * inner, inner)).join(', ')}]`;
  };
  return nest(0, 0, values.length);
}
