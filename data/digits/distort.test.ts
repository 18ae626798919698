import { distortImages, placeImage } from './distort';

/** A white image with some pixels, by row and column. */
function ink(...places: readonly (readonly [row: number, column: number, value?: number])[]): Float64Array {
  const image = new Float64Array(64);
  for (const [row, column, value = 1] of places) image[row * 8 + column] = value;
  return image;
}

const still = { angle: 0, right: 0, down: 0 };
const rounded = (image: Float64Array): number[] => Array.from(image, (value) => Math.round(1e9 * value) / 1e9 + 0);

describe('placeImage', () => {
  it('should not change an image without shift and rotation', () => {
    const image = Float64Array.from({ length: 64 }, (_, index) => index / 64);
    expect(placeImage(image, still)).toEqual(image);
  });

  it('should shift by whole pixels, right and down, and drop pixels outside', () => {
    const image = ink([2, 3], [7, 7]);
    expect(placeImage(image, { ...still, right: 1 })).toEqual(ink([2, 4]));
    expect(placeImage(image, { ...still, down: -1 })).toEqual(ink([1, 3], [6, 7]));
  });

  // A quarter to the right: three quarters of the ink stay, one quarter goes to the neighbour. Half down: half and
  // half.
  it('should interpolate between pixels', () => {
    const moved = placeImage(ink([2, 3]), { ...still, right: 0.25, down: 0.5 });
    expect(moved).toEqual(ink([2, 3, 0.375], [2, 4, 0.125], [3, 3, 0.375], [3, 4, 0.125]));
  });

  // The middle is at 3.5. Row 1, column 6 is 2.5 above and 2.5 to the right of it; a quarter turn to the left brings it
  // to 2.5 above and 2.5 to the left: row 1, column 1.
  it('should rotate counterclockwise around the center', () => {
    expect(rounded(placeImage(ink([1, 6]), { ...still, angle: 90 }))).toEqual([...ink([1, 1])]);
    expect(rounded(placeImage(ink([1, 6]), { ...still, angle: 180 }))).toEqual([...ink([6, 1])]);
  });

  it('should rotate first, and then shift', () => {
    expect(rounded(placeImage(ink([1, 6]), { angle: 90, right: 2, down: 0 }))).toEqual([...ink([1, 3])]);
  });
});

describe('distortImages', () => {
  const images = Float64Array.from({ length: 64 * 200 }, (_, index) => ((index * 7) % 17) / 16);

  it('should return the same images for the same seed, and others for another seed', () => {
    expect(distortImages(images, 3)).toEqual(distortImages(images, 3));
    expect(distortImages(images, 3)).not.toEqual(distortImages(images, 4));
  });

  it('should stay within 0 and 1, and not change the originals', () => {
    const before = images.slice();
    const distorted = distortImages(images, 5, { degrees: 10, shift: 1, noise: 0.5 });
    expect(images).toEqual(before);
    expect(distorted).toHaveLength(images.length);
    expect(Math.min(...distorted)).toBe(0);
    expect(Math.max(...distorted)).toBe(1);
  });

  it('should change nothing when all strengths are 0', () => {
    expect(distortImages(images, 5, { degrees: 0, shift: 0, noise: 0 })).toEqual(images);
  });

  // Noise alone on grey images: the deviation of 12,800 numbers has a standard error of 0.1/√25600 = 0.0006, their mean
  // one of 0.0009.
  it('should add noise of the given strength', () => {
    const noise = distortImages(new Float64Array(64 * 200).fill(0.5), 6, { degrees: 0, shift: 0, noise: 0.1 }).map(
      (value) => value - 0.5,
    );
    const mean = noise.reduce((sum, value) => sum + value, 0) / noise.length;
    const deviation = Math.sqrt(noise.reduce((sum, value) => sum + (value - mean) ** 2, 0) / noise.length);
    expect(Math.abs(mean)).toBeLessThan(0.005);
    expect(Math.abs(deviation - 0.1)).toBeLessThan(0.003);
  });

  // The centre of mass of a dot shows how far it was moved. Uniform within ±1: mean 0 (standard error 0.04), mean
  // square 1/3 (0.02).
  it('should shift each image by its own uniform amount within the strength', () => {
    const dots = Float64Array.from({ length: 64 * 200 }, (_, index) => (index % 64 === 27 ? 1 : 0));
    const moved = distortImages(dots, 7, { degrees: 0, shift: 1, noise: 0 });
    const shifts = Array.from({ length: 200 }, (_, image) => {
      const own = moved.subarray(64 * image, 64 * image + 64);
      return own.reduce((sum, value, pixel) => sum + value * ((pixel % 8) - 3), 0);
    });
    expect(Math.max(...shifts.map(Math.abs))).toBeLessThanOrEqual(1);
    expect(Math.abs(shifts.reduce((sum, shift) => sum + shift, 0) / 200)).toBeLessThan(0.2);
    expect(Math.abs(shifts.reduce((sum, shift) => sum + shift ** 2, 0) / 200 - 1 / 3)).toBeLessThan(0.1);
  });
});
