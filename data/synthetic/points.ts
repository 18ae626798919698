import * as tf from '@tensorflow/tfjs';
import type { Examples } from '../examples/examples';
import { shuffledIndices } from '../examples/shuffledIndices';

export interface Point {
  readonly x1: number;
  readonly x2: number;
  readonly label: number;
}

/** Points in a seeded random order, so any prefix has all classes. */
export function shuffledExamples(points: readonly Point[], seed: number): Examples {
  const shuffled = shuffledIndices(points.length, seed).flatMap((index) => points[index] ?? []);
  const values = shuffled.flatMap(({ x1, x2 }) => [x1, x2]);
  return {
    x: tf.tensor2d(values, [shuffled.length, 2], 'float32'),
    y: tf.tensor1d(
      shuffled.map(({ label }) => label),
      'int32',
    ),
  };
}

/** @throws RangeError if a count is not a positive integer */
export function requireCount(name: string, count: number): void {
  if (!Number.isInteger(count) || count < 1)
    throw new RangeError(`${name} is ${count}; it must be a whole number above 0.`);
}
