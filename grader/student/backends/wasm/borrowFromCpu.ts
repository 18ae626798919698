import type { KernelFunc, MathBackendCPU, NamedTensorInfoMap, TensorInfo, TypedArray } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Tfjs } from '../../../precision';
import { silenceBanner } from '../silenceBanner';

/**
 * Kernels that training may need and WASM lacks. Slow, but it works: tensors are copied to plain JavaScript and back.
 */
const borrowed = ['DepthwiseConv2dNativeBackpropFilter', 'DepthwiseConv2dNativeBackpropInput', 'Einsum'];

export function borrowFromCpu(tf: Tfjs): void {
  for (const kernelName of borrowed) {
    const kernel = tf.getKernel(kernelName, 'cpu');
    if (kernel === undefined || tf.getKernel(kernelName, 'wasm') !== undefined) continue;
    tf.registerKernel({ kernelName, backendName: 'wasm', kernelFunc: onCpu(tf, kernel.kernelFunc) });
  }
}

function onCpu(tf: Tfjs, compute: KernelFunc): KernelFunc {
  return ({ inputs, attrs, backend }) => {
    const [wasm, cpu] = [backend as BackendWasm, tf.findBackend('cpu') as MathBackendCPU];
    silenceBanner(tf);
    const copies = Object.entries(inputs).map(([name, x]): [string, TensorInfo] => {
      if (x === undefined) throw new Error(`the input ${name} is missing`);
      return [name, cpu.makeTensorInfo(x.shape, x.dtype, wasm.readSync(x.dataId) as TypedArray)];
    });
    // einsum has a list of inputs, all others a record.
    const copied = Object.assign(Array.isArray(inputs) ? [] : {}, Object.fromEntries(copies)) as NamedTensorInfoMap;
    const result = compute({ inputs: copied, attrs, backend: cpu }) as TensorInfo;
    const output = wasm.makeOutput(result.shape, result.dtype);
    wasm.typedArrayFromHeap(output).set(cpu.readSync(result.dataId) as TypedArray);
    for (const { dataId } of [...copies.map(([, copy]) => copy), result]) cpu.disposeData(dataId);
    return output;
  };
}
