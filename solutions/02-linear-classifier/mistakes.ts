import * as tf from '@tensorflow/tfjs';
import type { Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs';

type Templates = (W: Tensor2D, imageShape: [number, number, number]) => Tensor4D;

interface TemplateParts {
  readonly lowest?: (W: Tensor2D) => Tensor;
  readonly highest?: (W: Tensor2D) => Tensor;
  /** Computes the divisor from the range. */
  readonly divisor?: (range: Tensor) => Tensor;
  readonly top?: number;
  readonly shape?: (stretched: Tensor, imageShape: [number, number, number]) => Tensor;
}

/** The solution with some of its parts replaced. */
export function templatesWith({
  lowest = (W) => W.min(1, true),
  highest = (W) => W.max(1, true),
  divisor = orOne,
  top = 255,
  shape = (stretched, imageShape) => stretched.reshape([-1, ...imageShape]),
}: TemplateParts): Templates {
  return (W, imageShape) => {
    const least = lowest(W);
    return shape(
      W.sub(least)
        .div(divisor(highest(W).sub(least)))
        .mul(top),
      imageShape,
    ) as Tensor4D;
  };
}

/** The range, or 1 where it is 0. */
export function orOne(range: Tensor): Tensor {
  return tf.where(range.equal(0), tf.onesLike(range), range);
}
