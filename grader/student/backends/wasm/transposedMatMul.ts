import type { KernelFunc, TensorInfo } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Tfjs } from '../../../precision';

const matMul = 'BatchMatMul';

/**
 * Transposes the factors of a matrix product explicitly: WASM multiplies fast only without transposed factors, and the
 * gradient of every product has one.
 *
 * Note [Kernels, not gradients]: a gradient of matMul with explicit transposes would help `tf.grad` alone. A student's
 * own gradient, `tf.matMul(dScores, x, true)`, is the same slow kernel; so the kernel is repaired.
 */
export function transposedMatMul(tf: Tfjs): void {
  const [multiply, transpose] = [kernelOf(tf, matMul), kernelOf(tf, 'Transpose')];
  const repaired: KernelFunc = ({ inputs, attrs, backend }) => {
    const copies: TensorInfo[] = [];
    const factor = (x: TensorInfo | undefined, isTransposed: unknown): TensorInfo | undefined => {
      if (isTransposed !== true || x === undefined) return x;
      const copy = transpose({ inputs: { x }, attrs: { perm: lastTwoSwapped(x.shape.length) }, backend }) as TensorInfo;
      copies.push(copy);
      return copy;
    };
    const [a, b] = [factor(inputs['a'], attrs?.['transposeA']), factor(inputs['b'], attrs?.['transposeB'])];
    try {
      return multiply({
        inputs: { ...inputs, a, b },
        attrs: { ...attrs, transposeA: false, transposeB: false },
        backend,
      });
    } finally {
      for (const { dataId } of copies) (backend as BackendWasm).disposeData(dataId);
    }
  };
  tf.unregisterKernel(matMul, 'wasm');
  tf.registerKernel({ kernelName: matMul, backendName: 'wasm', kernelFunc: repaired });
}

function lastTwoSwapped(rank: number): number[] {
  return [...Array(rank - 2).keys(), rank - 1, rank - 2];
}

function kernelOf(tf: Tfjs, name: string): KernelFunc {
  const kernel = tf.getKernel(name, 'wasm');
  if (kernel === undefined) throw new Error(`the WASM backend has no ${name}`);
  return kernel.kernelFunc;
}
