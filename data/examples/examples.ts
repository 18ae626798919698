import * as tf from '@tensorflow/tfjs';

// Type aliases, since an interface would not fit tfjs's TensorContainer, which tf.tidy and tf.dispose take.

/** Examples with their labels, in the course's format. */
export type Examples = {
  /** (N, D) float */
  x: tf.Tensor2D;
  /** (N,) int32, 0..C−1 */
  y: tf.Tensor1D;
};

/** Images as bytes, which take an eighth of the memory of doubles. */
export interface ImageBytes {
  /** N rows of D pixels. */
  readonly pixels: Uint8Array;
  /** N class indices. */
  readonly labels: Uint8Array;
}

/**
 * Tensors of images: every pixel divided by the largest possible value, with nothing subtracted.
 *
 * @param brightest - the largest possible value, which becomes 1
 * @returns x (N, D) float in 0..1 and y (N,) int32; the caller disposes them
 */
export function toExamples({ pixels, labels }: ImageBytes, brightest: number): Examples {
  const count = labels.length;
  // The realm's own class, which tfjs uses directly, in single or double precision.
  const x = Float32Array.from(pixels, (value) => value / brightest);
  return {
    x: tf.tensor2d(x, [count, count === 0 ? 0 : pixels.length / count], 'float32'),
    y: tf.tensor1d(Int32Array.from(labels), 'int32'),
  };
}
