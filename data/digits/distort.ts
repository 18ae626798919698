import { seededRandom } from 'descent';
import { gaussian } from '../synthetic/gaussian';

/** Pixels of a side. */
const side = 8;
const pixels = side * side;

/** Placement of an image: rotated around its center, then shifted. */
export interface Placement {
  /** Counterclockwise as seen, in degrees. */
  readonly angle: number;
  /** To the right, in pixels. */
  readonly right: number;
  /** Downwards, in pixels. */
  readonly down: number;
}

/** Maximum rotation and shift, in both directions, and standard deviation of the noise, where ink is 1. */
export interface Strengths {
  readonly degrees: number;
  readonly shift: number;
  readonly noise: number;
}

/** Distortion of the capstone's test images. */
export const capstoneStrengths: Strengths = { degrees: 10, shift: 1, noise: 0.1 };

/**
 * Rotates and shifts an image, with bilinear interpolation; outside of the edges it is white.
 *
 * @param image - 64 pixels, row by row
 */
export function placeImage(image: ArrayLike<number>, { angle, right, down }: Placement): Float64Array {
  const [cosine, sine] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const middle = (side - 1) / 2;
  const placed = new Float64Array(pixels);
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      // Inverse transformation: first undo the shift, then the rotation. Rows count downwards.
      const x = column - right - middle;
      const y = row - down - middle;
      placed[row * side + column] = sampleAt(image, middle + sine * x + cosine * y, middle + cosine * x - sine * y);
    }
  }
  return placed;
}

function sampleAt(image: ArrayLike<number>, row: number, column: number): number {
  const [top, left] = [Math.floor(row), Math.floor(column)];
  const [below, beside] = [row - top, column - left];
  const ink = (r: number, c: number): number =>
    r < 0 || c < 0 || r >= side || c >= side ? 0 : (image[r * side + c] ?? 0);
  return (
    (1 - below) * ((1 - beside) * ink(top, left) + beside * ink(top, left + 1)) +
    below * ((1 - beside) * ink(top + 1, left) + beside * ink(top + 1, left + 1))
  );
}

/**
 * Distorts images: each is shifted and rotated by random amounts, uniform within the strengths, with noise added, and
 * clipped to 0..1. The same seed gives the same images.
 *
 * @param images - rows of 64 pixels 0..1
 * @returns as many rows
 */
export function distortImages(
  images: ArrayLike<number>,
  seed: number,
  strengths: Strengths = capstoneStrengths,
): Float64Array {
  const { degrees, shift, noise } = strengths;
  const random = seededRandom(seed);
  const normal = gaussian(random);
  const within = (limit: number): number => limit * (2 * random() - 1);
  const distorted = new Float64Array(images.length);
  for (let start = 0; start < images.length; start += pixels) {
    const image = Float64Array.from({ length: pixels }, (_, pixel) => images[start + pixel] ?? 0);
    const placed = placeImage(image, { angle: within(degrees), right: within(shift), down: within(shift) });
    distorted.set(
      placed.map((ink) => Math.min(1, Math.max(0, ink + noise * normal()))),
      start,
    );
  }
  return distorted;
}
