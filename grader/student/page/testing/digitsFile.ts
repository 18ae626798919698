import { readDigits } from '../../../../data/digits/readDigits';
import type { ImageBytes } from '../../../../data/examples/examples';

/** Images in the page: few enough to be small, and to be memorized by a model. */
const counts = { train: 240, validation: 120 };

/** The digits of the page as a file, one character per pixel, without any test images. */
export function digitsFile(): string {
  const { train, validation } = readDigits();
  const parts = { train: part(train, counts.train), validation: part(validation, counts.validation) };
  return `${JSON.stringify(parts, null, 2)}\n`;
}

function part({ pixels, labels }: ImageBytes, count: number): { pixels: string; labels: string } {
  return {
    pixels: Array.from(pixels.subarray(0, 64 * count), (pixel) => pixel.toString(17)).join(''),
    labels: labels.subarray(0, count).join(''),
  };
}
