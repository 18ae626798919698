import type { ImageBytes } from '../examples/examples';
import { DataError } from '../files/DataError';
import { brightest, classes, pixelsPerImage } from './digitsFiles';

/**
 * Parses lines of 64 pixels 0..16, row by row, and the label 0..9.
 *
 * @throws DataError with the number of an invalid line
 */
export function parseDigits(lines: readonly string[]): ImageBytes {
  const pixels = new Uint8Array(lines.length * pixelsPerImage);
  const labels = new Uint8Array(lines.length);
  for (const [row, line] of lines.entries()) {
    const numbers = line.split(',').map(Number);
    const image = numbers.slice(0, pixelsPerImage);
    const label = numbers[pixelsPerImage] ?? NaN;
    const isImage = numbers.length === pixelsPerImage + 1 && image.every((value) => isIntegerTo(brightest, value));
    if (!isImage || !isIntegerTo(classes - 1, label)) {
      const start = `${line.slice(0, 40)}…`;
      throw new DataError({
        en: `Line ${row + 1} is not a digit: ${start}`,
        zh: `第 ${row + 1} 行不是数字图像：${start}`,
      });
    }
    pixels.set(image, row * pixelsPerImage);
    labels[row] = label;
  }
  return { pixels, labels };
}

function isIntegerTo(max: number, value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= max;
}
