import { callback, previousThrough, tensor } from '../author';
import * as tf from '../../precision/tfjs';
import { execute } from '../../execution';

const bowl = callback('quadraticGradient', { curvatures: tensor([1, 4]), center: tensor([0, 0]) });
const calls = [
  [tensor([8, 2]), tensor([8, 8])],
  [previousThrough(bowl), previousThrough(bowl)],
] as const;

describe('a result passed through a callback', () => {
  it("should be the callback's result for the previous call's result", () => {
    // (8, 2) − ½·(8, 8) = (4, −2); its gradient is (4, −8), and (4, −8) − ½·(4, −8) = (2, −4).
    const outcome = execute((w: tf.Tensor, dw: tf.Tensor) => tf.tidy(() => w.sub(dw.mul(0.5))), {
      kind: 'calls',
      calls,
    });
    expect(outcome).toMatchObject({
      status: 'returned',
      values: [tensor([4, -2]), tensor([2, -4])],
      observed: { leakedTensors: 0 },
    });
  });

  it('should be passed on unchanged if it is not a tensor', () => {
    const seen: unknown[] = [];
    const step = (w: unknown): unknown => seen.push(w);
    expect(execute(step, { kind: 'calls', calls })).toMatchObject({ status: 'returned', values: [1, 2] });
    expect(seen[1]).toBe(1);
  });
});
