import * as tf from '../../precision/tfjs';
import { hideEngine } from './hideEngine';

const realm = globalThis as unknown as { readonly _tfengine: object; readonly _tfGlobals?: unknown };

describe('hideEngine', () => {
  beforeAll(() => hideEngine(tf));

  it('should leave nothing on the global object that leads to kernels, numbers or counts', () => {
    expect(Object.keys(realm._tfengine).toSorted()).toEqual([
      'disposeTensor',
      'disposeVariable',
      'incRef',
      'makeTensor',
      'makeVariable',
      'read',
      'readSync',
      'readToGPU',
    ]);
    expect(Object.getPrototypeOf(realm._tfengine)).toBe(Object.prototype);
    expect(realm._tfGlobals).toBeUndefined();
    expect(() => Object.assign(realm._tfengine, { readSync: () => [] })).toThrow(TypeError);
    expect(() => Object.assign(globalThis, { _tfengine: tf.engine() })).toThrow(TypeError);
  });

  it('should leave tensors and variables as they are', async () => {
    const before = tf.memory().numTensors;
    const variable = tf.variable(tf.tensor1d([1, 2]));
    variable.assign(variable.mul(2));
    expect([...variable.dataSync()]).toEqual([2, 4]);
    expect(await variable.array()).toEqual([2, 4]);
    variable.dispose();
    // The tensors that it was made of and given are still there.
    expect(tf.memory().numTensors).toBe(before + 2);
    expect(
      tf
        .valueAndGrad((x) => x.square().sum())(tf.tensor1d([3]))
        .grad.arraySync(),
    ).toEqual([6]);
  });
});
