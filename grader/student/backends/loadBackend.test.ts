import * as tf from '@tensorflow/tfjs';
import { BackendError } from './BackendError';
import { loadBackend } from './loadBackend';
import { tfjsWith, node, wasm, working, wasmAlone, broken, load } from './testing/fakePackages';

const { [wasm]: _wasm, ...nodeAlone } = working;

describe('loadBackend', () => {
  it('should use tfjs-node when it is installed', async () => {
    expect(await load(working)).toBe(
      'tensorflow: @tensorflow/tfjs-node is installed, and mostly the fastest (tfjs-node 4.22.0, TensorFlow 2.9.1)',
    );
  });

  it('should use WASM, and say why, when tfjs-node is not installed', async () => {
    expect(await load(wasmAlone)).toBe(
      'wasm: @tensorflow/tfjs-node is not installed (tfjs-backend-wasm 4.22.0 with SIMD)',
    );
  });

  it('should use WASM, and say what is wrong, when tfjs-node was installed without its addon', async () => {
    expect(await load({ ...working, [node]: broken })).toMatch(
      /^wasm: @tensorflow\/tfjs-node is installed, but does not work \(The native addon can not be found at path: x\.node\) /,
    );
  });

  it('should use WASM when tfjs-node has another version', async () => {
    const library = { ...tfjsWith(['tensorflow', 'wasm']), version: { ...tf.version, tfjs: '4.23.0' } };
    expect(await load(working, '', { library })).toMatch(
      /^wasm: .* does not work \(it is version 4\.22\.0, and tfjs is 4\.23\.0\) /,
    );
  });

  it('should use WASM when tfjs-node loads but fails at the first tensor', async () => {
    let isFirst = true;
    const tensor2d = ((...args: Parameters<typeof tf.tensor2d>) => {
      if (isFirst) {
        isFirst = false;
        throw new TypeError('util_1.isNullOrUndefined is not a function');
      }
      return tf.tensor2d(...args);
    }) as typeof tf.tensor2d;
    const library = { ...tfjsWith(['tensorflow', 'wasm']), tensor2d };
    expect(await load(working, '', { library })).toMatch(
      /^wasm: .* does not work \(util_1\.isNullOrUndefined is not a function\) /,
    );
  });

  it('should use WASM when tfjs-node computes wrong results', async () => {
    let isFirst = true;
    const matMul = ((...args: Parameters<typeof tf.matMul>) => {
      const product = tf.matMul(...args);
      const right = isFirst ? product.mul(2) : product;
      isFirst = false;
      return right;
    }) as typeof tf.matMul;
    const library = { ...tfjsWith(['tensorflow', 'wasm']), matMul };
    expect(await load(working, '', { library })).toMatch(
      /^wasm: .*\(it computes 38,44,86,100 where 19,22,43,50 is right\) /,
    );
  });

  it('should use plain JavaScript, with all reasons, when no other backend works', async () => {
    expect(await load({ [wasm]: broken })).toBe(
      'cpu: @tensorflow/tfjs-node is not installed; @tensorflow/tfjs-backend-wasm is installed, but does not work ' +
        '(The native addon can not be found at path: x.node)',
    );
    expect(await load(working, '', { library: tfjsWith([]) })).toBe(
      'cpu: @tensorflow/tfjs-node is installed, but does not work (its backend does not start); ' +
        '@tensorflow/tfjs-backend-wasm is installed, but does not work (its backend does not start)',
    );
  });
});

describe('loadBackend, where DESCENT_BACKEND is set', () => {
  it.each([
    { asked: 'tensorflow', begin: 'tensorflow: DESCENT_BACKEND=tensorflow asks for it (' },
    { asked: 'node', begin: 'tensorflow: DESCENT_BACKEND=tensorflow asks for it (' },
    { asked: ' WASM ', begin: 'wasm: DESCENT_BACKEND=wasm asks for it (' },
    { asked: 'cpu', begin: 'cpu: DESCENT_BACKEND=cpu asks for it' },
  ])('should take what it names when it is $asked', async ({ asked, begin }) => {
    expect((await load(working, asked)).slice(0, begin.length)).toBe(begin);
  });

  it.each([
    {
      what: 'no backend',
      installed: working,
      asked: 'gpu',
      message:
        'DESCENT_BACKEND=gpu is no backend: set it to tensorflow (also: node), wasm or cpu, or unset it to get the fastest that there is',
    },
    {
      what: 'not installed',
      installed: wasmAlone,
      asked: 'node',
      message:
        "DESCENT_BACKEND=tensorflow can't be had: @tensorflow/tfjs-node is not installed; " +
        'run `npm i --no-save @tensorflow/tfjs-node@4.22.0`, or unset DESCENT_BACKEND',
    },
    {
      what: 'broken',
      installed: { ...nodeAlone, [wasm]: broken },
      asked: 'wasm',
      message:
        "DESCENT_BACKEND=wasm can't be had: @tensorflow/tfjs-backend-wasm is installed, but does not work " +
        '(The native addon can not be found at path: x.node); run `npm ci` again, or unset DESCENT_BACKEND',
    },
  ])('should say what to do when that is $what', async ({ installed, asked, message }) => {
    await expect(load(installed, asked)).rejects.toThrow(new BackendError(message));
  });
});

describe('loadBackend, in double precision', () => {
  it('should use plain JavaScript, and say why, when others are installed', async () => {
    expect(await load(working, '', { doublePrecision: true })).toBe(
      'cpu: this process computes in double precision, which no other backend does',
    );
  });

  it('should say so when another backend is requested', async () => {
    expect(await load(working, 'wasm', { doublePrecision: true })).toBe(
      'cpu: this process computes in double precision, which no other backend does; DESCENT_BACKEND=wasm is for training only',
    );
  });

  it('should detect that tests run in double precision', async () => {
    expect((await loadBackend({ environment: {} })).why).toMatch(/^this process computes in double precision/);
  });
});
