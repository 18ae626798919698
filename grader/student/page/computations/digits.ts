import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { Tfjs } from '../../../precision';
import digits from './digits.json';

/** Pixels go from 0 to 16, one character each. */
const radix = 17;

export const digitCounts = { train: digits.train.labels.length, validation: digits.validation.labels.length };

/** Handwritten digits: x (N, 64) with pixels from 0 to 1, y (N,) int32. */
export function digitTensors(
  tf: Tfjs,
  part: 'train' | 'validation',
  count = digitCounts[part],
): { x: Tensor2D; y: Tensor1D } {
  const { pixels, labels } = digits[part];
  const values = Array.from(pixels.slice(0, 64 * count), (pixel) => parseInt(pixel, radix) / (radix - 1));
  return { x: tf.tensor2d(values, [count, 64]), y: tf.tensor1d(Array.from(labels.slice(0, count), Number), 'int32') };
}
