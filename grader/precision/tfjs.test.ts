import * as tf from './tfjs';
import * as stock from '@tensorflow/tfjs';
import * as precision from '.';
import { prepareDoublePrecision } from './prepareDoublePrecision';

describe('the entry point of tfjs', () => {
  it('should export the whole API of tfjs and only a default in addition', () => {
    const names = (library: object): string[] =>
      Object.keys(library)
        .filter((name) => name !== 'default')
        .sort();
    expect(names(tf)).toEqual(names(stock));
    expect(tf.Tensor).toBe(stock.Tensor);
  });

  it('should export the same API as its default and from the index', () => {
    expect(tf.default.add).toBe(tf.add);
    expect(precision.tf).toBe(tf.default);
  });

  it('should compute in double precision on the JavaScript backend', () => {
    expect(precision.precisionOf()).toBe('float64');
    expect(tf.getBackend()).toBe('cpu');
  });

  it('should return Float64Arrays under the old name of the type', () => {
    const tensor = tf.tensor1d([0.1]);
    expect(tensor.dtype).toBe('float32');
    expect(tensor.dataSync()).toBeInstanceOf(Float64Array);
    tensor.dispose();
  });

  it('should accept Float64Arrays, also nested in arrays', () => {
    const values = Float64Array.of(0.1, 0.2) as unknown as Float32Array;
    const flat = tf.tensor1d(values);
    const nested = tf.tensor([values, values]);
    expect(flat.arraySync()).toEqual([0.1, 0.2]);
    expect(nested.arraySync()).toEqual([
      [0.1, 0.2],
      [0.1, 0.2],
    ]);
    tf.dispose([flat, nested]);
  });

  it('should change nothing and leave no tensor when prepared again', () => {
    const { isTypedArray } = tf.env().platform;
    const before = tf.memory().numTensors;
    prepareDoublePrecision(tf.default);
    expect(tf.env().platform.isTypedArray).toBe(isTypedArray);
    expect(tf.memory().numTensors).toBe(before);
  });
});
