import type { KernelFunc } from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { Tfjs } from '../../../precision';

/**
 * Sums of rows by segment, which is the gradient of `gather` and which WASM lacks: one pass over the rows, in
 * JavaScript.
 */
export function segmentSum(tf: Tfjs): void {
  const kernelFunc: KernelFunc = ({ inputs: { x, segmentIds }, attrs, backend }) => {
    const wasm = backend as BackendWasm;
    const numSegments = Number(attrs?.['numSegments']);
    if (x === undefined || segmentIds === undefined) throw new Error('segments need values and their numbers');
    const shape = [numSegments, ...x.shape.slice(segmentIds.shape.length)];
    const width = shape.slice(1).reduce((product, size) => product * size, 1);
    // Allocate the output first: it may move the heap, and with it all views.
    const sums = wasm.makeOutput(shape, x.dtype);
    const [total, values, ids] = [
      wasm.typedArrayFromHeap(sums),
      wasm.typedArrayFromHeap(x),
      wasm.typedArrayFromHeap(segmentIds),
    ];
    total.fill(0);
    for (const [row, id] of ids.entries()) {
      // As on other backends, rows without a segment don't count.
      if (id < 0 || id >= numSegments) continue;
      for (let column = 0; column < width; column += 1) {
        total[id * width + column] = (total[id * width + column] ?? 0) + (values[row * width + column] ?? 0);
      }
    }
    return sums;
  };
  tf.registerKernel({ kernelName: 'UnsortedSegmentSum', backendName: 'wasm', kernelFunc });
}
