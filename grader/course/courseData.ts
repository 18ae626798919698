import { distortImages } from '../../data/digits/distort';
import { brightest, pixelsPerImage } from '../../data/digits/digitsFiles';
import { missingTestDigits, readDigits, readTestDigits } from '../../data/digits/readDigits';
import type { ImageBytes } from '../../data/examples/examples';
import { DataTensor, TensorValue, type DataSource, type Value } from '../values';

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
}

type Field = 'x' | 'y';

const digits = 'digits';
const parts: readonly Value[] = ['train', 'validation', 'test'] satisfies readonly DigitsSelection['part'][];
const found = new Map<string, DataTensor>();

/** Images (N, 64) float in 0..1, and their labels (N,) int32. */
export function digitsData(selection: DigitsSelection): Readonly<Record<Field, DataTensor>> {
  const of = (field: Field): DataTensor => findData({ name: digits, parameters: { ...selection, field } });
  return { x: of('x'), y: of('y') };
}

/**
 * A tensor of the course's data, made once for each process.
 *
 * @throws in one sentence if there are no such data, or their file is missing or damaged
 */
export function findData(source: DataSource): DataTensor {
  const key = JSON.stringify([source.name, source.parameters]);
  const tensor = found.get(key) ?? new DataTensor(source, makeTensor(source));
  found.set(key, tensor);
  return tensor;
}

function makeTensor({ name, parameters }: DataSource): TensorValue {
  const { part, field, first = 0, count, seed, copies = 1 } = parameters;
  const isKnown = name === digits && parts.includes(part) && (field === 'x' || field === 'y');
  if (!isKnown || ![first, count ?? 0, seed ?? 0, copies].every(Number.isInteger))
    throw new Error(`there are no data ${name} of that kind`);
  const { pixels, labels } = imagesOf(part as DigitsSelection['part']);
  const end = count === undefined ? labels.length : Number(first) + Number(count);
  const chosen = labels.subarray(Number(first), end);
  const repeat = (row: ArrayLike<number>): Float64Array =>
    Float64Array.from({ length: row.length * Number(copies) }, (_, index) => row[index % row.length] ?? 0);
  if (field === 'y') return new TensorValue([chosen.length * Number(copies)], 'int32', repeat(chosen));
  const ink = Float64Array.from(pixels.subarray(Number(first) * pixelsPerImage, end * pixelsPerImage), (value) => value / brightest);
  const images = repeat(ink);
  const values = seed === undefined ? images : distortImages(images, Number(seed));
  return new TensorValue([chosen.length * Number(copies), pixelsPerImage], 'float32', values);
}

function imagesOf(part: DigitsSelection['part']): ImageBytes {
  if (part !== 'test') return readDigits()[part];
  const test = readTestDigits();
  if (test === undefined) throw missingTestDigits();
  return test;
}
