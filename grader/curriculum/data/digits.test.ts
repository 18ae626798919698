import { distortImages } from '../../../data/digits/distort';
import { readTestDigits } from '../../../data/digits/readDigits';
import {
  DataTensor,
  TensorValue,
  decodeJson,
  encodeJson,
  wireReader,
  wireWriter,
  type DataSource,
} from '../../execution/values';
import { findData as findIn } from '../../pipeline/course/curriculum';
import { digits, digitsData, labelsOf } from './digits';
import { digitsSet } from './digitsSet';

const findData = (source: DataSource): DataTensor => findIn([digits], source);

describe('digitsData', () => {
  it('should give images in 0..1 and their labels', () => {
    const { x, y } = digitsData({ part: 'train', first: 10, count: 5 });
    const whole = digitsData({ part: 'train' });
    expect([x.shape, x.dtype, y.shape, y.dtype]).toEqual([[5, 64], 'float32', [5], 'int32']);
    expect([...x.values]).toEqual([...whole.x.values.subarray(640, 960)]);
    expect([...y.values]).toEqual([...whole.y.values.subarray(10, 15)]);
    expect([Math.min(...whole.x.values), Math.max(...whole.x.values)]).toEqual([0, 1]);
  });

  it('should take all remaining images by default', () => {
    expect(digitsData({ part: 'validation', first: 200 }).x.shape).toEqual([97, 64]);
    expect(digitsData({ part: 'test' }).y.shape).toEqual([500]);
  });

  it('should distort by the seed, each copy differently, and keep labels aligned', () => {
    const { x, y } = digitsData({ part: 'test', seed: 3, copies: 2 });
    const { pixels = [], labels = [] } = readTestDigits() ?? {};
    expect([x.shape, y.shape]).toEqual([[1000, 64], [1000]]);
    expect([...y.values]).toEqual([...labels, ...labels]);
    const plain = Array.from(pixels, (value) => value / 16);
    expect([...x.values]).toEqual([...distortImages([...plain, ...plain], 3)]);
    expect([...x.values.subarray(0, 64)]).not.toEqual([...x.values.subarray(64 * 500, 64 * 501)]);
  });

  it('should return a single image the same as within the set', () => {
    const whole = digitsData({ part: 'test', seed: 3, copies: 2 });
    const { x, y } = digitsData({ part: 'test', seed: 3, copies: 2, only: 700 });
    expect([x.shape, [...x.values]]).toEqual([[1, 64], [...whole.x.values.subarray(64 * 700, 64 * 701)]]);
    expect([...y.values]).toEqual([whole.y.values[700]]);
  });

  it('should choose images consistently for labels and single images', () => {
    const read = jest.fn(() => ({ pixels: new Uint8Array(128).fill(8, 64), labels: Uint8Array.of(3, 4) }));
    const { make } = digitsSet(read);
    const whole = { part: 'train', seed: 1, copies: 2 } as const;
    for (const field of ['x', 'y']) for (const only of [0, 1, 3]) make({ ...whole, field, only });
    expect(read).toHaveBeenCalledTimes(1);
    expect(make({ part: 'train', field: 'x', only: 1 }).values).toEqual(new Float64Array(64).fill(0.5));
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('should shuffle images together with labels and copies', () => {
    const selection = { part: 'validation', order: 7, first: 5, count: 20, copies: 3 } as const;
    const { x, y } = digitsData(selection);
    expect([x.shape, y.shape]).toEqual([[60, 64], [60]]);
    const imageAt = ({ values }: TensorValue, at: number): string => values.subarray(64 * at, 64 * at + 64).join();
    // Each image three times, with its label each time.
    const whole = digitsData({ part: 'validation' });
    const labels = new Map(Array.from(whole.y.values, (label, at) => [imageAt(whole.x, at), label]));
    const images = Array.from(y.values, (label, at) => ({ image: imageAt(x, at), label }));
    expect(images.every(({ image, label }) => labels.get(image) === label)).toBe(true);
    const counts = new Map<string, number>();
    for (const { image } of images) counts.set(image, (counts.get(image) ?? 0) + 1);
    expect([counts.size, ...new Set(counts.values())]).toEqual([20, 3]);
    // Copies are shuffled differently from each other.
    expect(images.slice(0, 20).map(({ image }) => image)).not.toEqual(images.slice(20, 40).map(({ image }) => image));
    expect(digitsData({ ...selection, order: 8 }).y.values).not.toEqual(y.values);
    expect(labelsOf(x)).toBe(y);
    expect(() => labelsOf(new TensorValue([1], 'float32', Float64Array.of(1)))).toThrow('known labels');
  });

  it('should be created once', () => {
    expect(digitsData({ part: 'train' }).x).toBe(digitsData({ part: 'train' }).x);
  });
});

describe('a tensor of the course’s data', () => {
  const { x } = digitsData({ part: 'validation', count: 3, seed: 5 });

  it('should be serialized as its source and restored', () => {
    const text = JSON.stringify(encodeJson({ x }));
    expect(text.length).toBeLessThan(200);
    expect(decodeJson(JSON.parse(text), { findData })).toEqual({ x });
  });

  it('should be sent to a submission as numbers, since it has no data', () => {
    const payload: Float64Array[] = [];
    const sent = wireWriter(payload)(x);
    const got = wireReader(payload[0] ?? new Float64Array(0))(JSON.parse(JSON.stringify(sent)));
    expect(got).not.toBeInstanceOf(DataTensor);
    expect(got).toMatchObject({ shape: [3, 64], values: x.values });
  });

  it('should be rejected where data is not expected, such as in a submission’s answer', () => {
    const encoded: unknown = JSON.parse(JSON.stringify(encodeJson(x)));
    expect(() => wireReader(new Float64Array(0))(encoded)).toThrow('data are not expected here');
    expect(() => decodeJson(encoded)).toThrow('data are not expected here');
  });

  it.each([
    { name: 'letters', parameters: { part: 'train', field: 'x' } },
    { name: 'digits', parameters: { part: 'all', field: 'x' } },
    { name: 'digits', parameters: { part: 'train', field: 'z' } },
    { name: 'digits', parameters: { part: 'train', field: 'x', first: 0.5 } },
    { name: 'digits', parameters: { part: 'train', field: 'x', copies: 'two' } },
  ])('should be refused if it is unknown: %j', (source) => {
    expect(() => findData(source)).toThrow(`there are no data ${source.name} of that kind`);
  });
});
