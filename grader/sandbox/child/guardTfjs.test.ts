import * as tf from '../../precision/tfjs';
import { guardTfjs } from './guardTfjs';

describe('guardTfjs', () => {
  const guarded = guardTfjs(tf) as typeof tf;

  it('should compute what tfjs computes', () => {
    expect(guarded.add([1, 2], [3, 4]).arraySync()).toEqual([4, 6]);
    expect(guarded.tensor(1)).toBeInstanceOf(tf.Tensor);
  });

  it('should let everybody read the ways to the interior, and nobody call them', () => {
    const { engine, registerKernel } = guarded;
    expect(() => engine()).toThrow('tf.engine is not for exercises: the grader looks after backend and engine');
    expect(() => registerKernel({ kernelName: 'Add', backendName: 'cpu', kernelFunc: () => [] })).toThrow('tf.registerKernel is not for');
  });

  it('should let a submission choose the backend that it has anyway', async () => {
    await expect(guarded.setBackend('cpu')).resolves.toBe(true);
  });

  it('should be read-only', () => {
    expect(() => Object.assign(guarded, { add: () => 0 })).toThrow(TypeError);
  });

  it('should be its own default export', () => {
    expect((guarded as typeof tf & { default: unknown }).default).toBe(guarded);
  });
});
