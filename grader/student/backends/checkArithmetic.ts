import type { Tfjs } from '../../precision';

/**
 * Multiplies two matrices with the current backend: one that loads may still fail at its first tensor.
 *
 * @throws if the product is wrong or can't be computed
 */
export function checkArithmetic({ matMul, tensor2d, tidy }: Tfjs): void {
  const product = tidy(() =>
    Array.from(matMul(tensor2d([1, 2, 3, 4], [2, 2]), tensor2d([5, 6, 7, 8], [2, 2])).dataSync()),
  );
  // 1·5 + 2·7, 1·6 + 2·8, 3·5 + 4·7, 3·6 + 4·8
  if (product.join() !== '19,22,43,50') throw new Error(`it computes ${product.join()} where 19,22,43,50 is right`);
}
