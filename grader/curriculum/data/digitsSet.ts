import { distortImages } from '../../../data/digits/distort';
import { brightest, pixelsPerImage } from '../../../data/digits/digitsFiles';
import type { ImageBytes } from '../../../data/examples/examples';
import { shuffledIndices } from '../../../data/examples/shuffledIndices';
import { TensorValue, type DataSource, type Value } from '../../execution/values';
import type { DataSet } from '../../pipeline/course';

/** Selection of the handwritten digits; see `data/digits/README.md`. */
export interface DigitsSelection {
  readonly part: 'train' | 'validation' | 'test';
  /** Shuffles the part before images are selected, and their copies. */
  readonly order?: number;
  /** Index of the first image; 0 by default. */
  readonly first?: number;
  /** Number of images; all remaining ones by default. */
  readonly count?: number;
  /** Distorts the images, each `copies` times; 1 by default. */
  readonly seed?: number;
  readonly copies?: number;
  /** Selects a single image of the result. */
  readonly only?: number;
}

const parts: readonly Value[] = ['train', 'validation', 'test'] satisfies readonly DigitsSelection['part'][];

type Read = (part: DigitsSelection['part']) => ImageBytes;
type Selection = Omit<DigitsSelection, 'only'>;

/**
 * The handwritten digits, as data that files refer to.
 *
 * @param read - returns the images of a part; throws a one-sentence error if they are missing
 */
export function digitsSet(read: Read): DataSet {
  const chosen = rememberLast((selection) => choose(selection, read));
  return { name: 'digits', make: (parameters) => select(parameters, chosen) };
}

/** Caches the latest selection, since images, labels and single images are requested separately. */
function rememberLast(chosen: (selection: Selection) => Chosen): typeof chosen {
  let last: { readonly key: string; readonly chosen: Chosen } | undefined;
  return (selection) => {
    const key = JSON.stringify(selection);
    if (last?.key !== key) last = { key, chosen: chosen(selection) };
    return last.chosen;
  };
}

function select(parameters: DataSource['parameters'], chosen: (selection: Selection) => Chosen): TensorValue {
  const { field, only, ...selection } = parameters;
  const isKnown = parts.includes(selection.part) && (field === 'x' || field === 'y');
  if (!isKnown || !numbered.every((name) => Number.isInteger(parameters[name] ?? 0)))
    throw new Error('there are no data digits of that kind');
  const { ink, labels } = chosen(selection as Selection);
  const [from, to] = only === undefined ? [0, labels.length] : [Number(only), Number(only) + 1];
  if (field === 'y') return new TensorValue([to - from], 'int32', labels.slice(from, to));
  const images = ink.slice(from * pixelsPerImage, to * pixelsPerImage);
  return new TensorValue([to - from, pixelsPerImage], 'float32', images);
}

interface Chosen {
  readonly ink: Float64Array;
  readonly labels: Float64Array;
}

function choose({ part, seed, ...which }: Selection, read: Read): Chosen {
  const { pixels, labels } = read(part);
  const places = placesOf(labels.length, which);
  const ink = new Float64Array(places.length * pixelsPerImage);
  for (const [index, place] of places.entries())
    for (let pixel = 0; pixel < pixelsPerImage; pixel += 1)
      ink[index * pixelsPerImage + pixel] = (pixels[place * pixelsPerImage + pixel] ?? 0) / brightest;
  return {
    ink: seed === undefined ? ink : distortImages(ink, seed),
    labels: Float64Array.from(places, (place) => labels[place] ?? 0),
  };
}

const numbered = ['order', 'first', 'count', 'seed', 'copies', 'only'] as const;

/** Indices of the images of a part, in order, repeated for each copy. */
function placesOf(size: number, { order, first = 0, count, copies = 1 }: Omit<Selection, 'part' | 'seed'>): number[] {
  const all = order === undefined ? [...Array(size).keys()] : shuffledIndices(size, order);
  const chosen = all.slice(first, count === undefined ? undefined : first + count);
  const copied = Array.from({ length: copies }, () => chosen).flat();
  if (order === undefined || copies === 1) return copied;
  return shuffledIndices(copied.length, order).map((index) => copied[index] ?? 0);
}
