import * as tf from '@tensorflow/tfjs';
import type { Tfjs } from '../../../precision/measurePrecision';
import { loadBackend, type BackendOptions } from '../loadBackend';
import type { PackageLoader } from '../packageLoader';

/** What a package does when it is loaded. */
export type Installed = Readonly<Record<string, () => unknown>>;

/** The real tfjs, but for its backends: those of these names start. */
export function tfjsWith(backends: readonly string[]): Tfjs {
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

export function packagesWith(installed: Installed, library: Tfjs): PackageLoader {
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

export const node = '@tensorflow/tfjs-node';

export const wasm = '@tensorflow/tfjs-backend-wasm';

export const working: Installed = {
  [node]: () => ({}),
  [wasm]: () => ({ setWasmPaths: () => undefined, version_wasm: '4.22.0' }),
};

export const { [node]: _node, ...wasmAlone } = working;

// The first line of what the package says after an install whose download failed.
export const broken = (): never => {
  throw new Error('The native addon can not be found at path: x.node. \nPlease run command …');
};

export async function load(
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
