import { setFlagsFromString } from 'node:v8';
import * as tf from '../precision/tfjs';
import { stopCounting, withKernelCount } from './countKernels';

describe('withKernelCount', () => {
  const x = tf.tensor1d([1, 2, 3]);
  afterAll(() => tf.dispose(x));

  it("should leave the engine in V8's fast form", () => {
    setFlagsFromString('--allow-natives-syntax');
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the parser knows no natives
    const isFast = new Function('thing', 'return %HasFastProperties(thing)') as (thing: object) => boolean;
    for (let time = 0; time < 3; time += 1) withKernelCount({ kernels: 0 }, () => undefined);
    expect(isFast(tf.engine())).toBe(true);
  });

  it('should count kernels and the numbers that are read', () => {
    const counter = { kernels: 0 };
    // One square, and three numbers read.
    const squares = withKernelCount(counter, () => tf.tidy(() => x.square().arraySync()));
    expect(squares).toEqual([1, 4, 9]);
    expect(counter.kernels).toBe(4);
  });

  it('should not count after the body or after counting was stopped', () => {
    const counter = { kernels: 0 };
    withKernelCount(counter, () => stopCounting());
    tf.tidy(() => x.square());
    tf.tidy(() => x.square());
    expect(counter.kernels).toBe(0);
  });

  it("should count again when a body restored tfjs's own functions", () => {
    const counter = { kernels: 0 };
    withKernelCount(counter, () => Reflect.deleteProperty(tf.engine(), 'runKernel'));
    withKernelCount(counter, () => tf.tidy(() => x.square()));
    expect(counter.kernels).toBe(1);
  });
});
