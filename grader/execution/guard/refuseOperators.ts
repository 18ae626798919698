import type * as tf from '@tensorflow/tfjs';

/** Arithmetic on a tensor. Messages for readers are looked up by its name. */
export class OperatorOnTensor extends TypeError {
  override readonly name = 'OperatorOnTensor';
}

/** A tensor used as an array. */
export class EntriesOfTensor extends TypeError {
  override readonly name = 'EntriesOfTensor';
}

/** A promise used as the value it resolves to. */
export class ValueOfPromise extends TypeError {
  override readonly name = 'ValueOfPromise';
}

/**
 * Makes `w - dw`, `2 * w`, `-w`, `w[0]` and `for (… of w)` throw where they are written: JavaScript has no operators
 * for objects and would go on with NaN or undefined. A tensor inside a string is still converted to text, so it can be
 * printed.
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

/** Makes `const [loss] = tensor.data()`, `tensor.data()[0]` and `tensor.data() / 2` throw where they are written. */
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
