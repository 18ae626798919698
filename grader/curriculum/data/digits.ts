import { distortImages } from '../../../data/digits/distort';
import { brightest, pixelsPerImage } from '../../../data/digits/digitsFiles';
import { missingTestDigits, readDigits, readTestDigits } from '../../../data/digits/readDigits';
import type { ImageBytes } from '../../../data/examples/examples';
import { TensorValue, type DataTensor, type Value } from '../../execution/values';
import { findData, type DataSet } from '../../pipeline/course';

/** Which of the handwritten digits; see `data/digits/README.md`. */
export interface DigitsSelection {
  readonly part: 'train' | 'validation' | 'test';
  /** Place of the first image; 0 unless given. */
  readonly first?: number;
  /** How many images; all that follow unless given. */
  readonly count?: number;
  /** Distorts the images, each in `copies` ways, one after the other; 1 unless given. */
  readonly seed?: number;
  readonly copies?: number;
  /** Only this one of the images that come of that. */
  readonly only?: number;
}

type Field = 'x' | 'y';

const parts: readonly Value[] = ['train', 'validation', 'test'] satisfies readonly DigitsSelection['part'][];

/** Images (N, 64) float in 0..1, and their labels (N,) int32. */
export function digitsData(selection: DigitsSelection): Readonly<Record<Field, DataTensor>> {
  const of = (field: Field): DataTensor =>
    findData([digits], { name: digits.name, parameters: { ...selection, field } });
  return { x: of('x'), y: of('y') };
}

export const digits: DataSet = {
  name: 'digits',
  make({ part, field, only, first = 0, count, seed, copies = 1 }) {
    const isKnown = parts.includes(part) && (field === 'x' || field === 'y');
    if (!isKnown || ![first, count ?? 0, seed ?? 0, copies, only ?? 0].every(Number.isInteger))
      throw new Error('there are no data digits of that kind');
    const { pixels, labels } = imagesOf(part as DigitsSelection['part']);
    const begin = Number(first);
    const end = count === undefined ? labels.length : begin + Number(count);
    const repeat = (numbers: ArrayLike<number>): Float64Array =>
      Float64Array.from(
        { length: numbers.length * Number(copies) },
        (_, index) => numbers[index % numbers.length] ?? 0,
      );
    const [from, to] = only === undefined ? [0, (end - begin) * Number(copies)] : [Number(only), Number(only) + 1];
    if (field === 'y')
      return new TensorValue([to - from], 'int32', repeat(labels.subarray(begin, end)).slice(from, to));
    const ink = Float64Array.from(
      pixels.subarray(begin * pixelsPerImage, end * pixelsPerImage),
      (value) => value / brightest,
    );
    const images = seed === undefined ? repeat(ink) : distortImages(repeat(ink), Number(seed));
    return new TensorValue(
      [to - from, pixelsPerImage],
      'float32',
      images.slice(from * pixelsPerImage, to * pixelsPerImage),
    );
  },
};

function imagesOf(part: DigitsSelection['part']): ImageBytes {
  if (part !== 'test') return readDigits()[part];
  const test = readTestDigits();
  if (test === undefined) throw missingTestDigits();
  return test;
}
