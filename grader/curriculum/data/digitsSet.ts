import { distortImages } from '../../../data/digits/distort';
import { brightest, pixelsPerImage } from '../../../data/digits/digitsFiles';
import type { ImageBytes } from '../../../data/examples/examples';
import { shuffledIndices } from '../../../data/examples/shuffledIndices';
import { TensorValue, type DataSource, type Value } from '../../execution/values';
import type { DataSet } from '../../pipeline/course';

/** Which of the handwritten digits; see `data/digits/README.md`. */
export interface DigitsSelection {
  readonly part: 'train' | 'validation' | 'test';
  /** Shuffles the part before images are taken of it, and the copies of those. */
  readonly order?: number;
  /** Place of the first image; 0 unless given. */
  readonly first?: number;
  /** How many images; all that follow unless given. */
  readonly count?: number;
  /** Distorts the images, each in `copies` ways; 1 unless given. */
  readonly seed?: number;
  readonly copies?: number;
  /** Only this one of the images that come of that. */
  readonly only?: number;
}

const parts: readonly Value[] = ['train', 'validation', 'test'] satisfies readonly DigitsSelection['part'][];

/**
 * The handwritten digits as data that files name.
 *
 * @param read - gives the images of a part; throws in one sentence where there are none
 */
export function digitsSet(read: (part: DigitsSelection['part']) => ImageBytes): DataSet {
  return { name: 'digits', make: (parameters) => select(parameters, read) };
}

function select(
  parameters: DataSource['parameters'],
  read: (part: DigitsSelection['part']) => ImageBytes,
): TensorValue {
  const { part, field, only, seed } = parameters;
  const isKnown = parts.includes(part) && (field === 'x' || field === 'y');
  if (!isKnown || !numbered.every((name) => Number.isInteger(parameters[name] ?? 0)))
    throw new Error('there are no data digits of that kind');
  const { pixels, labels } = read(part as DigitsSelection['part']);
  const places = placesOf(labels.length, parameters as Omit<DigitsSelection, 'part'>);
  const [from, to] = only === undefined ? [0, places.length] : [Number(only), Number(only) + 1];
  if (field === 'y')
    return new TensorValue(
      [to - from],
      'int32',
      Float64Array.from(places.slice(from, to), (place) => labels[place] ?? 0),
    );
  const ink = new Float64Array(places.length * pixelsPerImage);
  for (const [index, place] of places.entries()) {
    const image = pixels.subarray(place * pixelsPerImage, (place + 1) * pixelsPerImage);
    ink.set(
      Array.from(image, (value) => value / brightest),
      index * pixelsPerImage,
    );
  }
  const images = seed === undefined ? ink : distortImages(ink, Number(seed));
  return new TensorValue(
    [to - from, pixelsPerImage],
    'float32',
    images.slice(from * pixelsPerImage, to * pixelsPerImage),
  );
}

const numbered = ['order', 'first', 'count', 'seed', 'copies', 'only'] as const;

/** Which images of a part, in which order, each as often as it is copied. */
function placesOf(size: number, { order, first = 0, count, copies = 1 }: Omit<DigitsSelection, 'part'>): number[] {
  const all = order === undefined ? [...Array(size).keys()] : shuffledIndices(size, order);
  const chosen = all.slice(first, count === undefined ? undefined : first + count);
  const copied = Array.from({ length: copies }, () => chosen).flat();
  if (order === undefined || copies === 1) return copied;
  return shuffledIndices(copied.length, order).map((index) => copied[index] ?? 0);
}
