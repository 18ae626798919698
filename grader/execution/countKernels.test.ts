import { setFlagsFromString } from 'node:v8';
import * as tf from '../precision/tfjs';
import { stopCounting, withKernelCount } from './countKernels';

describe('withKernelCount', () => {
  const x = tf.tensor1d([1, 2, 3]);
  afterAll(() => tf.dispose(x));

  it('should leave the engine in the form that V8 is fast with', () => {
    setFlagsFromString('--allow-natives-syntax');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the parser knows no natives
    const isFast = new Function('thing', 'return %HasFastProperties(thing)') as (thing: object) => boolean;
    for (let time = 0; time < 3; time += 1) withKernelCount({ kernels: 0 }, () => undefined);
    expect(isFast(tf.engine())).toBe(true);
  });

  it('should count kernels and the numbers that are read', () => {
    const counter = { kernels: 0 };
    // One square, and three numbers.
    const squares = withKernelCount(counter, () => tf.tidy(() => x.square().arraySync()));
    expect(squares).toEqual([1, 4, 9]);
    expect(counter.kernels).toBe(4);
  });

  it('should count nothing after the body, nor once counting was stopped', () => {
    const counter = { kernels: 0 };
    withKernelCount(counter, () => stopCounting());
    tf.tidy(() => x.square());
    tf.tidy(() => x.square());
    expect(counter.kernels).toBe(0);
  });

  it('should count again where a body put back what tfjs came with', () => {
    const counter = { kernels: 0 };
    withKernelCount(counter, () => Reflect.deleteProperty(tf.engine(), 'runKernel'));
    withKernelCount(counter, () => tf.tidy(() => x.square()));
    expect(counter.kernels).toBe(1);
  });
});
