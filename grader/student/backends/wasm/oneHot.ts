import type { KernelFunc } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Tfjs } from '../../../precision';

/**
 * One-hot rows of any dtype. The WASM kernel always writes integers: read as floats, their bits mean 1.4e-45 instead of
 * 1, so a softmax loss silently trains towards nothing.
 */
export function oneHot(tf: Tfjs): void {
  const kernelFunc: KernelFunc = ({ inputs: { indices }, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    if (indices === undefined) throw new Error('one-hot rows need indices');
    const { depth, onValue, offValue, dtype } = attrs as {
      depth: number;
      onValue: number;
      offValue: number;
      dtype: 'float32' | 'int32';
    };
    // Allocate the output first: it may move the heap, and with it all views.
    const output = wasm.makeOutput([...indices.shape, depth], dtype);
    const [rows, hot] = [wasm.typedArrayFromHeap(output), wasm.typedArrayFromHeap(indices)];
    rows.fill(offValue);
    for (const [row, index] of hot.entries()) if (index >= 0 && index < depth) rows[row * depth + index] = onValue;
    return output;
  };
  tf.unregisterKernel('OneHot', 'wasm');
  tf.registerKernel({ kernelName: 'OneHot', backendName: 'wasm', kernelFunc });
}
