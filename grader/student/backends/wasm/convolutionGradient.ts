import type { KernelFunc, Tensor, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import type { Tfjs } from '../../../precision';

/** The attributes of the kernel that matter here. */
interface FilterGradientOptions {
  readonly strides: number | [number, number];
  readonly pad: 'valid' | 'same' | number;
  readonly dataFormat: 'NHWC' | 'NCHW';
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly filterShape: [number, number, number, number];
}

/**
 * The gradient of a convolution with respect to its filter, which WASM lacks: a matrix product for each position of the
 * filter.
 *
 * Formula: dF[r, s] = Σ over images and outputs (i, j) of x[i·strideY + r, j·strideX + s]ᵀ dy[i, j], with x padded
 */
export function convolutionGradient(tf: Tfjs): void {
  const kernelFunc: KernelFunc = ({ inputs: { x, dy }, attrs }) =>
    filterGradient(tf, x as Tensor4D, dy as Tensor4D, attrs as unknown as FilterGradientOptions);
  tf.registerKernel({ kernelName: 'Conv2DBackpropFilter', backendName: 'wasm', kernelFunc });
}

function filterGradient(tf: Tfjs, x: Tensor4D, dy: Tensor4D, options: FilterGradientOptions): Tensor {
  const { strides, pad, dataFormat, dimRoundingMode, filterShape } = options;
  if (dataFormat !== 'NHWC')
    throw new Error(`on the WASM backend images must be in the format NHWC, and these are in ${dataFormat}`);
  const { padInfo, strideHeight, strideWidth, outHeight, outWidth, batchSize, inChannels, outChannels } =
    tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad, dimRoundingMode);
  const { top, bottom, left, right } = padInfo;
  const [filterHeight, filterWidth] = filterShape;
  return tf.tidy(() => {
    const padded = top + bottom + left + right === 0 ? x : tf.pad(x, [[0, 0], [top, bottom], [left, right], [0, 0]]); // prettier-ignore
    const flatDy = dy.reshape<Tensor2D>([-1, outChannels]); // (N·H·W, Cout)
    const products: Tensor[] = [];
    for (let r = 0; r < filterHeight; r += 1) {
      for (let s = 0; s < filterWidth; s += 1) {
        const end = [
          batchSize,
          r + (outHeight - 1) * strideHeight + 1,
          s + (outWidth - 1) * strideWidth + 1,
          inChannels,
        ];
        const seen = padded
          .stridedSlice([0, r, s, 0], end, [1, strideHeight, strideWidth, 1])
          .reshape<Tensor2D>([-1, inChannels]);
        products.push(tf.matMul(seen, flatDy, true)); // (Cin, Cout)
      }
    }
    return tf.concat(products).reshape(filterShape);
  });
}
