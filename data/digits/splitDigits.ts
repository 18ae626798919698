import type { ImageBytes } from '../examples/examples';
import { shuffledIndices } from '../examples/shuffledIndices';
import { pixelsPerImage } from './digitsFiles';

/** Size of the training set; all others are for validation. */
export const trainCount = 1000;

/** The public images, as bytes 0..16. */
export interface DigitBytes {
  /** 1,000 images */
  readonly train: ImageBytes;
  /** 297 images */
  readonly validation: ImageBytes;
}

/**
 * Splits the public images into training and validation images.
 *
 * @param seed - of the split
 */
export function splitDigits(all: ImageBytes, seed: number): DigitBytes {
  const order = shuffledIndices(all.labels.length, seed);
  return { train: choose(all, order.slice(0, trainCount)), validation: choose(all, order.slice(trainCount)) };
}

function choose({ pixels, labels }: ImageBytes, indices: readonly number[]): ImageBytes {
  const chosen = new Uint8Array(indices.length * pixelsPerImage);
  for (const [row, index] of indices.entries()) {
    chosen.set(pixels.subarray(index * pixelsPerImage, (index + 1) * pixelsPerImage), row * pixelsPerImage);
  }
  return { pixels: chosen, labels: Uint8Array.from(indices, (index) => labels[index] ?? 0) };
}
