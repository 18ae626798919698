import * as tf from '../../precision/tfjs';
import { CallbackValue, TensorValue } from '../../execution/values';
import { execute } from '../../execution';
import { decodeResponse } from '../../pipeline/sandbox/decodeResponse';
import { encodeResponse } from '../../pipeline/sandbox/protocol';
import { quadraticGradient } from './gradients';

const one = new TensorValue([1], 'float32', Float64Array.of(3));
const gradient = new CallbackValue(quadraticGradient, { curvatures: one, center: one });

/** Calls gradient at w, then disposes its argument and its result. */
function useAndDispose(f: (w: tf.Tensor) => tf.Tensor): number {
  const w = tf.tensor1d([5]);
  const dw = f(w);
  const [slope = NaN] = dw.dataSync();
  tf.dispose([w, dw]);
  return slope;
}

describe('calls of function arguments', () => {
  // 3·(5 − 3)
  const expected = { name: 'quadraticGradient', arguments: [tensor(5)], result: tensor(6) };

  it('should be recorded with arguments and results, even if these are disposed later', () => {
    const outcome = execute(useAndDispose, { kind: 'calls', calls: [[gradient]] });
    expect(outcome).toMatchObject({
      status: 'returned',
      values: [6],
      observed: { callbackCalls: [expected], leakedTensors: 0 },
    });
  });

  it('should be unchanged after encoding and decoding', () => {
    const outcome = execute(useAndDispose, { kind: 'calls', calls: [[gradient]] });
    const { header, payload } = encodeResponse(7, { status: 'outcome', outcome });
    const numbers = Float64Array.from(payload.flatMap((part) => [...part]));
    const { response } = decodeResponse({ header: JSON.parse(JSON.stringify(header)) as unknown, payload: numbers });
    expect(response).toMatchObject({ outcome: { observed: { callbackCalls: [expected] } } });
  });

  it('should not be recorded if they throw', () => {
    const attempt = (f: (w: unknown) => unknown): number => {
      try {
        f(undefined);
      } catch {
        return 1;
      }
      return 0;
    };
    const outcome = execute(attempt, { kind: 'calls', calls: [[gradient]] });
    expect(outcome).toMatchObject({ values: [1], observed: { callbackCalls: [] } });
  });
});

function tensor(value: number): TensorValue {
  return new TensorValue([1], 'float32', Float64Array.of(value));
}
