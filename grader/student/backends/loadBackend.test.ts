import * as tf from '@tensorflow/tfjs';
import type { Tfjs } from '../../precision/measurePrecision';
import { BackendError } from './BackendError';
import { reasonIn } from './reasonIn';
import { loadBackend, type BackendOptions } from './loadBackend';
import type { PackageLoader } from './packageLoader';

/** What loading a package does. */
type Installed = Readonly<Record<string, () => unknown>>;

/** The real tfjs, in which only these backends start. */
function tfjsWith(backends: readonly string[]): Tfjs {
  const fake = {
    ...tf,
    setBackend: (name: string) => Promise.resolve(name === 'cpu' || backends.includes(name)),
    backend: () => ({ binding: { TF_Version: '2.9.1' } }),
    getKernel: () => ({ kernelFunc: () => undefined }),
    registerKernel: () => undefined,
    unregisterKernel: () => undefined,
    engine: () => ({}),
    env: () => ({ getAsync: () => Promise.resolve(true) }),
  };
  return fake as unknown as Tfjs;
}

function packagesWith(installed: Installed, library: Tfjs): PackageLoader {
  const load = (name: string): unknown => {
    if (name === '@tensorflow/tfjs') return library;
    if (name === '@tensorflow/tfjs-node/package.json') return { version: tf.version.tfjs };
    const start = installed[name];
    if (start === undefined) throw new Error(`Cannot find module '${name}'`);
    return start();
  };
  const resolve = (name: string): string => {
    if (!Object.keys(installed).some((one) => name === `${one}/package.json`))
      throw new Error(`Cannot find module '${name}'`);
    return `/modules/${name}`;
  };
  return Object.assign(load, { resolve });
}

const node = '@tensorflow/tfjs-node';
const wasm = '@tensorflow/tfjs-backend-wasm';
const working: Installed = {
  [node]: () => ({}),
  [wasm]: () => ({ setWasmPaths: () => undefined, version_wasm: '4.22.0' }),
};
const { [wasm]: _wasm, ...nodeAlone } = working;
const { [node]: _node, ...wasmAlone } = working;
// The first line of the package's error after an install whose download failed.
const broken = (): never => {
  throw new Error('The native addon can not be found at path: x.node. \nPlease run command …');
};

async function load(
  installed: Installed,
  asked = '',
  options: BackendOptions & { readonly library?: Tfjs } = {},
): Promise<string> {
  const { library = tfjsWith(['tensorflow', 'wasm']), ...others } = options;
  const environment = { DESCENT_BACKEND: asked };
  const loaded = await loadBackend({
    environment,
    packages: packagesWith(installed, library),
    doublePrecision: false,
    ...others,
  });
  expect(loaded.tf).toBe(library);
  return `${loaded.name}: ${loaded.why}${loaded.version === '' ? '' : ` (${loaded.version})`}`;
}

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

describe('reasonIn', () => {
  const inChinese = async (...args: Parameters<typeof load>): Promise<string> => {
    const said = await load(...args).catch((error: unknown) => (error as Error).message);
    return reasonIn('zh', said.replace(/^(?:tensorflow|wasm|cpu): | \(tfjs-[^()]*\)$/g, ''));
  };

  it('should say in Chinese why a backend is used', async () => {
    expect(await inChinese(working)).toBe('已安装 @tensorflow/tfjs-node，它通常最快');
    expect(await inChinese(wasmAlone)).toBe('没有安装 @tensorflow/tfjs-node');
    expect(await inChinese(wasmAlone, 'wasm')).toBe('由 DESCENT_BACKEND=wasm 指定');
    expect(await inChinese({ [wasm]: broken })).toBe(
      '没有安装 @tensorflow/tfjs-node；已安装 @tensorflow/tfjs-backend-wasm，但无法使用（The native addon can not be found at path: x.node）',
    );
  });

  it('should say in Chinese what to do when the requested backend is not available', async () => {
    expect(await inChinese(wasmAlone, 'tensorflow')).toBe(
      'DESCENT_BACKEND=tensorflow 无法使用：没有安装 @tensorflow/tfjs-node；请运行 `npm i --no-save @tensorflow/tfjs-node@4.22.0`，或取消设置 DESCENT_BACKEND',
    );
    expect(await inChinese({ [wasm]: broken }, 'wasm')).toMatch(/；请再次运行 `npm ci`，或取消设置 DESCENT_BACKEND$/);
    expect(await inChinese(working, 'gpu')).toMatch(/^没有 DESCENT_BACKEND=gpu 这个后端：请设为 tensorflow/);
  });

  it('should leave English and unknown reasons unchanged', () => {
    expect(reasonIn('zh', 'no data; get it')).toBe('no data; get it');
    expect(reasonIn('en', 'x is not installed')).toBe('x is not installed');
  });
});
