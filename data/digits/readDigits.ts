import type { ImageBytes } from '../examples/examples';
import { shuffledIndices } from '../examples/shuffledIndices';
import { DataError } from '../files/DataError';
import { pixelsPerImage } from './digitsFiles';
import { parseDigits } from './parseDigits';
import { pathOf, readLines, type DigitsPart } from './readLines';

/** Images of which `readDigits` makes the training set; all others validate. */
export const trainCount = 1000;

/** The images that everyone has, as bytes 0..16. */
export interface DigitBytes {
  /** 1,000 images */
  readonly train: ImageBytes;
  /** 297 images */
  readonly validation: ImageBytes;
}

export interface DigitsOptions {
  /** Seed of the cut between training and validation. The test images are always the same. */
  readonly seed?: number | undefined;
  /** Where the files are, if not in `data/digits`. */
  readonly folder?: string | undefined;
}

/**
 * Reads the training and validation images without loading tfjs.
 *
 * @throws DataError if the file is missing or damaged
 */
export function readDigits({ seed = 1, folder }: DigitsOptions = {}): DigitBytes {
  const all = readPart('train', folder);
  if (all === undefined) throw new DataError(`${pathOf('train', folder)} is missing. Restore it from the release.`);
  const order = shuffledIndices(all.labels.length, seed);
  return { train: choose(all, order.slice(0, trainCount)), validation: choose(all, order.slice(trainCount)) };
}

/**
 * Reads the 500 test images without loading tfjs.
 *
 * @returns undefined where they aren't, as in a student's copy
 * @throws DataError if the file is damaged
 */
export function readTestDigits({ folder }: Pick<DigitsOptions, 'folder'> = {}): ImageBytes | undefined {
  return readPart('test', folder);
}

/** Says where the test images should be, and why they may not be there. */
export function missingTestDigits({ folder }: Pick<DigitsOptions, 'folder'> = {}): DataError {
  return new DataError(
    `${pathOf('test', folder)} is not there. A student's copy has no test images, since they mark the capstone: ` +
      "measure on the validation images instead. Staff find the file in the course's own repository.",
  );
}

function readPart(part: DigitsPart, folder: string | undefined): ImageBytes | undefined {
  const lines = readLines(part, folder);
  return lines && parseDigits(lines);
}

function choose({ pixels, labels }: ImageBytes, indices: readonly number[]): ImageBytes {
  const chosen = new Uint8Array(indices.length * pixelsPerImage);
  for (const [row, index] of indices.entries()) {
    chosen.set(pixels.subarray(index * pixelsPerImage, (index + 1) * pixelsPerImage), row * pixelsPerImage);
  }
  return { pixels: chosen, labels: Uint8Array.from(indices, (index) => labels[index] ?? 0) };
}
