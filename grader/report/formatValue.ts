import { describeShape } from '../checks';
import type { Case, Exercise } from '../types';
import { CallbackValue, isArrayValue, isRecordValue, PreviousResult, TensorValue, Unsendable, type Value } from '../values';
import { formatNumber } from './formatNumber';

/** Tensors beyond this many numbers are shown by their shape. */
const mostNumbers = 12;

/** `W = [[1, 2], [3, 4]]   lambda = 0.1`: the inputs of a case, records spread out into their fields. */
export function formatInputs(exercise: Exercise, { calls }: Case): string {
  const [first = []] = calls;
  const parts = exercise.arguments.flatMap((name, index) => formatArgument(name, first[index]));
  return calls.length === 1 ? parts.join('   ') : `${parts.join('   ')}   (the first of ${calls.length} calls in a row)`;
}

function formatArgument(name: string, value: Value): readonly string[] {
  if (typeof value === 'object' && isRecordValue(value))
    return Object.entries(value).map(([field, item]) => `${field} = ${formatValue(item)}`);
  return [`${name} = ${formatValue(value)}`];
}

export function formatValue(value: Value): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return `'${value}'`;
  if (value instanceof TensorValue) return formatTensor(value);
  if (value instanceof CallbackValue)
    return `${value.name}(${Object.entries(value.parameters)
      .flatMap(([field, item]) => formatArgument(field, item))
      .join(', ')})`;
  if (value instanceof PreviousResult) return 'what the call before returned';
  if (value instanceof Unsendable) return value.description;
  if (isArrayValue(value)) return value.length > mostNumbers ? `an array of ${value.length}` : `[${value.map(formatValue).join(', ')}]`;
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .flatMap(([field, item]) => formatArgument(field, item))
      .join(', ')}}`;
  return String(value);
}

function formatTensor({ shape, values }: TensorValue): string {
  if (values.length > mostNumbers) return `a ${describeShape(shape)} tensor`;
  const nest = (axis: number, offset: number, size: number): string => {
    const length = shape[axis];
    if (length === undefined) return formatNumber(values[offset] ?? NaN);
    const inner = size / Math.max(1, length);
    return `[${Array.from({ length }, (_, index) => nest(axis + 1, offset + index * inner, inner)).join(', ')}]`;
  };
  return nest(0, 0, values.length);
}
