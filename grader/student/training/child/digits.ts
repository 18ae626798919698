import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { brightest, classes, pixelsPerImage } from '../../../../data/digits/digitsFiles';
import { readDigits } from '../../../../data/digits/readDigits';
import type { Tfjs } from '../../../precision';

/** Images plus a constant feature 1, so the last column of W (C, D) is the bias. */
export interface Digits {
  readonly x: Tensor2D;
  readonly y: Tensor1D;
}

/** Height, width and channels of an image. */
export const imageShape: readonly [number, number, number] = [8, pixelsPerImage / 8, 1];
export const shapeOfW: [number, number] = [classes, pixelsPerImage + 1];

/** The training and validation images. @throws DataError if they are missing or damaged */
export function digitsWithBias(tf: Tfjs, seed: number): { readonly train: Digits; readonly validation: Digits } {
  const { train, validation } = readDigits({ seed });
  const toTensors = ({ pixels, labels }: typeof train): Digits => {
    const width = pixelsPerImage + 1;
    const values = new Float32Array(labels.length * width).fill(1);
    for (const [index, pixel] of pixels.entries()) {
      const row = Math.floor(index / pixelsPerImage);
      values[row * width + (index % pixelsPerImage)] = pixel / brightest;
    }
    return { x: tf.tensor2d(values, [labels.length, width]), y: tf.tensor1d(Int32Array.from(labels), 'int32') };
  };
  return { train: toTensors(train), validation: toTensors(validation) };
}
