import { missingTestDigits, readDigits, readTestDigits } from '../../../data/digits/readDigits';
import type { ImageBytes } from '../../../data/examples/examples';
import { DataTensor, type Value } from '../../execution/values';
import { findData } from '../../pipeline/course';
import { digitsSet, type DigitsSelection } from './digitsSet';

export type { DigitsSelection } from './digitsSet';

type Field = 'x' | 'y';

/** Images (N, 64) float in 0..1, and their labels (N,) int32. */
export function digitsData(selection: DigitsSelection): Readonly<Record<Field, DataTensor>> {
  const of = (field: Field): DataTensor =>
    findData([digits], { name: digits.name, parameters: { ...selection, field } });
  return { x: of('x'), y: of('y') };
}

/** The labels (N,) of images from `digitsData`. @throws for other images */
export function labelsOf(images: Value): DataTensor {
  if (!(images instanceof DataTensor) || images.source.name !== digits.name)
    throw new Error('only images of the digits have known labels');
  return findData([digits], { name: digits.name, parameters: { ...images.source.parameters, field: 'y' } });
}

/** Files are read once, since in a student's copy every argument requests a part. */
const read = new Map<DigitsSelection['part'], ImageBytes>();

export const digits = digitsSet((part) => {
  const images = read.get(part) ?? readImages(part);
  read.set(part, images);
  return images;
});

function readImages(part: DigitsSelection['part']): ImageBytes {
  if (part !== 'test') return readDigits()[part];
  const test = readTestDigits();
  if (test === undefined) throw missingTestDigits();
  return test;
}
