import { gunzipSync } from 'node:zlib';
import { readTestDigits } from '../../../../data/digits/readDigits';
import { pixelsPerImage } from '../../../../data/digits/digitsFiles';

/** The capstone's test images, each as its row of numbers. */
export type TestImages = ReadonlySet<string>;

/** Empty if they are missing. */
export function testImages(): TestImages {
  const { pixels = new Uint8Array(0) } = readTestDigits() ?? {};
  const count = pixels.length / pixelsPerImage;
  return new Set(
    Array.from({ length: count }, (_, image) =>
      pixels.subarray(image * pixelsPerImage, (image + 1) * pixelsPerImage).join(),
    ),
  );
}

/** Whether a file contains one of them, as comma-separated numbers, compressed or not. */
export function hasTestImage(path: string, content: Uint8Array, images: TestImages): boolean {
  const text = unpacked(path, content).toString('utf8');
  for (const [row] of text.matchAll(/\d+(?:,\s*\d+){63,}/g)) {
    const numbers = row.split(/,\s*/);
    for (let start = 0; start + pixelsPerImage <= numbers.length; start += 1) {
      if (images.has(numbers.slice(start, start + pixelsPerImage).join())) return true;
    }
  }
  return false;
}

function unpacked(path: string, content: Uint8Array): Buffer {
  try {
    return path.endsWith('.gz') ? gunzipSync(content) : Buffer.from(content);
  } catch {
    // Not compressed, despite its name.
    return Buffer.from(content);
  }
}
