import { dirname, join, sep } from 'node:path';
import type * as Wasm from '@tensorflow/tfjs-backend-wasm';
import type { Tfjs } from '../../precision';
import { checkArithmetic } from './checkArithmetic';
import type { PackageLoader } from './packageLoader';
import { mendWasm } from './wasm';

export const tfjsWasm = '@tensorflow/tfjs-backend-wasm';

/**
 * Selects WebAssembly as the backend, with repairs for slow or missing kernels.
 *
 * @returns versions, for display
 * @throws if it doesn't work
 */
export async function loadWasm(tf: Tfjs, load: PackageLoader): Promise<string> {
  const { setWasmPaths, version_wasm: version } = load(tfjsWasm) as typeof Wasm;
  // The package contains its binaries; otherwise it would fetch them from the network.
  setWasmPaths(join(dirname(load.resolve(`${tfjsWasm}/package.json`)), 'dist') + sep);
  if (!(await tf.setBackend('wasm'))) throw new Error('its backend does not start');
  mendWasm(tf);
  checkArithmetic(tf);
  const hasSimd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  return `tfjs-backend-wasm ${version}${hasSimd === true ? ' with SIMD' : ''}`;
}
