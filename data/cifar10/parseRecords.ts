import type { ImageBytes } from '../examples/examples';
import { DataError } from '../files/DataError';
import { cifar10Classes } from './source';

const pixelsPerChannel = 32 * 32;
const channels = 3;
const pixelsPerImage = channels * pixelsPerChannel;
/** One label and 3,072 pixels. */
export const recordBytes = 1 + pixelsPerImage;

/**
 * Parses records of the files: the label, then 1,024 bytes each of red, green and blue, row by row.
 *
 * Note [Channels last]: the result has the three colours of a pixel next to each other, (row, column, channel), as tfjs
 * expects images. The same numbers are flat rows (N, 3072) and, reshaped, images (N, 32, 32, 3).
 *
 * @param bytes - (N · 3,073) bytes
 * @returns pixels (N · 3,072) in 0..255, channels last, and N labels in 0..9
 * @throws DataError if the length is not a multiple of 3,073 or a label is above 9
 */
export function parseRecords(bytes: Uint8Array): ImageBytes {
  const count = bytes.length / recordBytes;
  if (!Number.isInteger(count))
    throw new DataError({
      en: `${bytes.length} bytes are not a whole number of records of ${recordBytes} bytes.`,
      zh: `${bytes.length} 字节不是每条 ${recordBytes} 字节的整数条记录。`,
    });
  const pixels = new Uint8Array(count * pixelsPerImage);
  const labels = new Uint8Array(count);
  for (let image = 0; image < count; image += 1) {
    const label = bytes[image * recordBytes] ?? NaN;
    if (label >= cifar10Classes.length) {
      throw new DataError({
        en: `Record ${image} has label ${label}; labels are 0 to 9.`,
        zh: `第 ${image} 条记录的标签是 ${label}；标签应为 0 到 9。`,
      });
    }
    labels[image] = label;
    interleave(bytes.subarray(image * recordBytes + 1, (image + 1) * recordBytes), pixels, image * pixelsPerImage);
  }
  return { pixels, labels };
}

/** Converts three consecutive planes to triples. */
function interleave(planes: Uint8Array, pixels: Uint8Array, start: number): void {
  for (let place = 0; place < pixelsPerChannel; place += 1) {
    for (let channel = 0; channel < channels; channel += 1) {
      pixels[start + place * channels + channel] = planes[channel * pixelsPerChannel + place] ?? 0;
    }
  }
}
