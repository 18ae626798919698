import type * as tf from '@tensorflow/tfjs';

/** Arithmetic on a tensor. Its name is what the reader's words for it are found by. */
export class OperatorOnTensor extends TypeError {
  override readonly name = 'OperatorOnTensor';
}

/**
 * Makes `w - dw`, `2 * w` and `-w` errors where they stand: JavaScript has no operators for objects, and without it
 * would go on with NaN. A tensor in a text is still written out, so that one can print it.
 */
export function refuseOperators({ Tensor }: Pick<typeof tf, 'Tensor'>): void {
  Object.defineProperty(Tensor.prototype, Symbol.toPrimitive, {
    value: function toPrimitive(this: tf.Tensor, hint: string): string {
      if (hint !== 'number') return this.toString();
      throw new OperatorOnTensor('operators such as -, * and < do not work on tensors');
    },
    configurable: true,
  });
}
