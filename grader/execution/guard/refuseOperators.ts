import type * as tf from '@tensorflow/tfjs';

/** Arithmetic on a tensor. Its name is what the reader's words for it are found by. */
export class OperatorOnTensor extends TypeError {
  override readonly name = 'OperatorOnTensor';
}

/** A tensor taken for an array. */
export class EntriesOfTensor extends TypeError {
  override readonly name = 'EntriesOfTensor';
}

/** A promise taken for what it will come to. */
export class ValueOfPromise extends TypeError {
  override readonly name = 'ValueOfPromise';
}

/**
 * Makes `w - dw`, `2 * w`, `-w`, `w[0]` and `for (… of w)` errors where they stand: JavaScript has no operators for
 * objects, and without it would go on with NaN or undefined. A tensor in a text is still written out, so that one can
 * print it.
 */
export function refuseOperators({ Tensor }: Pick<typeof tf, 'Tensor'>): void {
  const refuseEntries = (): never => {
    throw new EntriesOfTensor('a tensor is no array');
  };
  Object.defineProperties(Tensor.prototype, {
    [Symbol.toPrimitive]: {
      value: function toPrimitive(this: tf.Tensor, hint: string): string {
        if (hint !== 'number') return this.toString();
        throw new OperatorOnTensor('operators such as -, * and < do not work on tensors');
      },
      configurable: true,
    },
    [Symbol.iterator]: { value: refuseEntries, configurable: true },
    0: { get: refuseEntries, configurable: true },
  });
}

/** Makes `const [loss] = tensor.data()`, `tensor.data()[0]` and `tensor.data() / 2` errors where they stand. */
export function refuseValuesOfPromises(): void {
  const refuse = (): never => {
    throw new ValueOfPromise('a promise is no value yet');
  };
  const prototype: object = Promise.prototype;
  Object.defineProperties(prototype, {
    [Symbol.toPrimitive]: {
      value: function toPrimitive(hint: string): string {
        return hint === 'string' ? '[object Promise]' : refuse();
      },
      configurable: true,
    },
    [Symbol.iterator]: { value: refuse, configurable: true },
    0: { get: refuse, configurable: true },
  });
}
