import type { Tensor } from '@tensorflow/tfjs';
import { StudentError } from './StudentError';

interface Place {
  readonly assignment: string;
  readonly exercise: string;
}

/**
 * A field of what a student's function returned. @throws StudentError unless it is a live tensor of this shape
 */
export function requireTensor(value: unknown, shape: readonly number[], field: string, place: Place): Tensor {
  const wanted = shape.length === 0 ? 'a scalar' : `a tensor of shape (${shape.join(', ')})`;
  const refuse = (got: string): never => {
    throw new StudentError({ status: 'returns', ...place, expected: `${field}, ${wanted}`, got });
  };
  if (!isTensor(value)) return refuse(value === undefined ? `no ${field}` : `a ${field} that is no tensor`);
  if (value.shape.join() !== shape.join()) return refuse(`a ${field} of shape (${value.shape.join(', ')})`);
  if (value.isDisposed) return refuse(`a ${field} that is disposed`);
  return value;
}

export function isTensor(value: unknown): value is Tensor {
  return (
    typeof value === 'object' &&
    value !== null &&
    'dataId' in value &&
    Array.isArray((value as { shape?: unknown }).shape)
  );
}

/** The fields of a student's result; none if it is not a record. */
export function fieldsOf(result: unknown): Readonly<Record<string, unknown>> {
  return typeof result === 'object' && result !== null ? { ...result } : {};
}
