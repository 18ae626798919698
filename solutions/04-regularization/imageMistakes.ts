import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor, Tensor2D } from '@tensorflow/tfjs';
import type { ImagePenalty } from 'descent';

/** Parts of the total variation that replace the right ones. */
export interface Parts {
  readonly directions?: readonly ('down' | 'right')[];
  /** Differences of each row to the one above it. */
  readonly pairs?: (image: Tensor2D) => Tensor2D;
  readonly measure?: (difference: Tensor2D) => Tensor;
  readonly slope?: (difference: Tensor2D) => Tensor;
  /** Factors of a pair's slope at its second pixel and, subtracted, at its first. */
  readonly second?: number;
  readonly first?: number;
}

/** Each row minus the one above it. */
export function rowDifferences(image: Tensor2D): Tensor2D {
  const [height, width] = image.shape;
  return tf.sub(image.slice([1, 0], [height - 1, width]), image.slice([0, 0], [height - 1, width]));
}

/** Row differences, with zeros in the last column. */
export function croppedDifferences(image: Tensor2D): Tensor2D {
  const [height, width] = image.shape;
  const inside = rowDifferences(image).slice([0, 0], [height - 1, width - 1]);
  return tf.concat([inside, tf.zeros<tf.Rank.R2>([height - 1, 1])], 1);
}

/**
 * The total variation with some parts replaced. Differences to the right are those down in the transposed image.
 */
export function variation({
  directions = ['down', 'right'],
  pairs = rowDifferences,
  measure = tf.abs,
  slope = tf.sign,
  second = 1,
  first = 1,
}: Parts): (image: Tensor2D) => ImagePenalty {
  const along = (image: Tensor2D): ImagePenalty => {
    const [height, width] = image.shape;
    const outside = tf.zeros([1, width]);
    const difference = pairs(image);
    const slopes = tf.concat([outside, slope(difference), outside], 0);
    const atSecond = tf.mul(second, slopes.slice([0, 0], [height, width]));
    const atFirst = tf.mul(first, slopes.slice([1, 0], [height, width]));
    return { penalty: tf.sum<Scalar>(measure(difference)), dImage: tf.sub(atSecond, atFirst) };
  };
  return sumOfDirections(along, directions);
}

/** Total variation divided by the number of pixels. */
export function perPixel({ gradientToo }: { readonly gradientToo: boolean }): (image: Tensor2D) => ImagePenalty {
  return (image) => {
    const { penalty, dImage } = variation({})(image);
    const share = 1 / image.size;
    return { penalty: tf.mul(penalty, share), dImage: gradientToo ? tf.mul(dImage, share) : dImage };
  };
}

/** The mean difference in each direction, NaN for a direction without pairs. */
export const meanOfDirections = sumOfDirections((image) => {
  const differences = rowDifferences(image);
  const { dImage } = variation({ directions: ['down'] })(image);
  return {
    penalty: tf.div(tf.sum(tf.abs(differences)), differences.size),
    dImage: tf.div(dImage, Math.max(1, differences.size)),
  };
});

/** The total variation that also compares the last row and column with the first. */
export const wrappedVariation = sumOfDirections((image) => {
  const rows = tf.split(image, image.shape[0]);
  const above = tf.concat([...rows.slice(-1), ...rows.slice(0, -1)]);
  const below = tf.concat([...rows.slice(1), ...rows.slice(0, 1)]);
  const slopes = tf.add<Tensor2D>(tf.sign(tf.sub(image, above)), tf.sign(tf.sub(image, below)));
  return { penalty: tf.sum(tf.abs(tf.sub(image, above))), dImage: slopes };
});

function sumOfDirections(
  along: (image: Tensor2D) => ImagePenalty,
  directions: readonly ('down' | 'right')[] = ['down', 'right'],
): (image: Tensor2D) => ImagePenalty {
  return (image) =>
    tf.tidy(() => {
      const turn = (one: Tensor2D, direction: 'down' | 'right'): Tensor2D =>
        direction === 'down' ? one : tf.transpose(one);
      const parts = directions.map((direction) => ({ direction, ...along(turn(image, direction)) }));
      const penalty = tf.addN(parts.map((part) => part.penalty));
      const dImage = tf.addN(parts.map((part) => turn(part.dImage, part.direction)));
      return { penalty, dImage };
    });
}
