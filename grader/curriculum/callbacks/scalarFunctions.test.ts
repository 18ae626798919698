import * as tf from '../../precision/tfjs';
import { CallbackValue, TensorValue } from '../../execution/values';
import { execute } from '../../execution';
import { constant, powerOfSum, sineOfSum } from './scalarFunctions';

const weights = new TensorValue([2], 'float32', Float64Array.of(1, 2));
const x = new TensorValue([2], 'float32', Float64Array.of(0.1, 0.7));
const sine = new CallbackValue(sineOfSum, { weights });

const valueOf = ({ callback, parameters }: CallbackValue, at: tf.Tensor): unknown =>
  (callback.make(parameters) as (x: tf.Tensor) => unknown)(at);

/** Inputs reported as changed after every element of x was shifted by `by`, in place. */
function changedWhenMoved(by: (value: number) => number, ...others: CallbackValue[]): readonly string[] {
  const move = (...args: unknown[]): number => {
    const values = (args.at(-1) as tf.Tensor).dataSync();
    values.forEach((value, index) => (values[index] = by(value)));
    return 0;
  };
  const outcome = execute(move, { kind: 'calls', calls: [[...others, x]] });
  return outcome.status === 'returned' ? outcome.observed.changedInputs : ['it threw'];
}

describe('scalar functions', () => {
  it('should compute numbers and leave no tensor', () => {
    const before = tf.memory().numTensors;
    const at = tf.tensor([1, 0.5]);
    // 1·1 + 2·0.5 = 2
    expect(valueOf(new CallbackValue(powerOfSum, { weights, power: 3 }), at)).toBe(8);
    expect(valueOf(sine, at)).toBe(Math.sin(2));
    expect(valueOf(new CallbackValue(constant, { value: 3 }), at)).toBe(3);
    at.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('should reject a tensor that is not shaped like x', () => {
    expect(() => valueOf(sine, tf.tensor([[1, 0.5]]))).toThrow('shape [2]');
    expect(() => valueOf(sine, 1 as unknown as tf.Tensor)).toThrow('got no tensor');
  });

  it('should only allow rounding errors in x', () => {
    const h = 1e-5;
    expect(changedWhenMoved((value) => value + h - 2 * h + h, sine)).toEqual([]);
    expect(changedWhenMoved((value) => value + 1e-15, sine)).toEqual(['1']);
  });

  it('should keep other inputs exact', () => {
    expect(changedWhenMoved((value) => value * (1 + 2 ** -52))).toEqual(['0']);
    expect(changedWhenMoved((value) => value)).toEqual([]);
  });
});
