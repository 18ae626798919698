import * as tf from '../../precision/tfjs';
import { labels, tensor } from '../../pipeline/course/spec/values';
import type { Callback, ValueRecord } from '../../execution/values';
import { callbacks } from '.';

type Loss = (W: tf.Tensor, x: tf.Tensor, y: tf.Tensor, lambda: number) => { loss: tf.Tensor; dW: tf.Tensor };
type Step = (W: tf.Tensor, dW: tf.Tensor, state?: unknown) => { w: tf.Tensor; state: unknown };

function make<F>(name: string, parameters: ValueRecord = {}): F {
  const found: Callback | undefined = callbacks.find((callback) => callback.name === name);
  if (found === undefined) throw new Error(name);
  return found.make(parameters) as F;
}
const numbers = (given: tf.Tensor): number[] => Array.from(given.dataSync());

describe('losses', () => {
  it('should be half the mean squared residual with its penalty', () => {
    // Residuals 1·2 − 3 = −1 and 2·2 − 1 = 3; ½(1 + 9)/2 = 2.5, and λW² = 0.5·4. dW = (−1·1 + 3·2)/2 + 2·0.5·2.
    const { loss, dW } = make<Loss>('leastSquares')(
      tf.tensor2d([[2]]),
      tf.tensor2d([[1], [2]]),
      tf.tensor1d([3, 1]),
      0.5,
    );
    expect([...numbers(loss), ...numbers(dW)]).toEqual([4.5, 4.5]);
    expect(loss.rank).toBe(0);
  });

  it('should be the mean logarithm of the hyperbolic cosine with its penalty', () => {
    // Scores 1, 0 of class 1: residuals 1 and −1. log cosh 1 = 0.43378, tanh 1 = 0.76159; ΣW² = 1.
    const { loss, dW } = make<Loss>('logCosh')(
      tf.tensor2d([[1], [0]]),
      tf.tensor2d([[1]]),
      tf.tensor1d([1], 'int32'),
      0.5,
    );
    expect(numbers(loss)[0]).toBeCloseTo(2 * 0.43378 + 0.5, 4);
    [0.76159 + 1, -0.76159].forEach((value, row) => expect(numbers(dW)[row]).toBeCloseTo(value, 4));
    expect(loss.rank).toBe(0);
  });
});

describe('optimizers', () => {
  const [W, dW] = [tf.tensor1d([1]), tf.tensor1d([2])];

  it('should step downhill', () => {
    const { w, state } = make<Step>('sgd', { learningRate: 0.25 })(W, dW);
    expect([numbers(w), state]).toEqual([[0.5], undefined]);
  });

  it('should pass on their state, and start without any', () => {
    // v = −0.5, then 0.5·(−0.5) − 0.5 = −0.75
    const momentum = make<Step>('momentum', { learningRate: 0.25, rho: 0.5 });
    const first = momentum(W, dW);
    const second = momentum(first.w, dW, first.state);
    expect([...numbers(first.w), ...numbers(second.w)]).toEqual([0.5, -0.25]);
    // v = −0.5, then 0.5·(−0.5) − 0.25 = −0.5 at half the rate
    const slowing = make<Step>('slowingMomentum', { learningRate: 0.25, rho: 0.5 });
    const one = slowing(W, dW);
    const two = slowing(one.w, dW, one.state);
    expect([...numbers(one.w), ...numbers(two.w)]).toEqual([0.5, 0]);
    expect(two.state).toMatchObject({ t: 2 });
  });
});

describe('samplers, trainers and evaluators', () => {
  it('should return new tensors, the listed ones in turn', () => {
    const sample = make<() => tf.Tensor>('listedSamples', { samples: [tensor([[1]]), tensor([[4]])] });
    expect([sample(), sample(), sample()].map(numbers)).toEqual([[1], [4], [4]]);
  });

  it('should give the same samples for the same seed', () => {
    const draw = (seed: number): number[] =>
      numbers(make<() => tf.Tensor>('uniformSamples', { shape: [2, 3], seed })());
    expect(draw(4)).toEqual(draw(4));
    expect(draw(4)).not.toEqual(draw(5));
    expect(draw(4).every((value) => Math.abs(value) <= 1)).toBe(true);
  });

  it('should evaluate weights', () => {
    type Evaluate = (W: tf.Tensor) => number;
    const distance = make<Evaluate>('squaredDistanceTo', { center: tensor([[3, 1]]), nanBelow: 0 });
    expect([distance(tf.tensor2d([[1, 2]])), distance(tf.tensor2d([[-1, 2]]))]).toEqual([5, NaN]);
    const listed = make<Evaluate>('numberOfWeights', { keys: [0.5, 2], numbers: [7, 8] });
    expect([listed(tf.tensor2d([[2, 9]])), listed(tf.tensor2d([[3, 9]]))]).toEqual([8, NaN]);
    // Scores 1, −1 → class 0; −2, 2 → class 1.
    const share = make<Evaluate>('shareClassified', { x: tensor([[1], [-2]]), y: labels([0, 0]) });
    expect(share(tf.tensor2d([[1], [-1]]))).toBe(0.5);
    const train = make<(lambda: number) => tf.Tensor>('weightsAlongLine', {
      start: tensor([[1]]),
      direction: tensor([[2]]),
    });
    expect(numbers(train(3))).toEqual([7]);
  });
});

it('should only keep returned tensors', () => {
  const [W, x, y] = [tf.tensor2d([[1, 2]]), tf.tensor2d([[1, 2]]), tf.tensor1d([0], 'int32')];
  const state = tf.zerosLike(W);
  const before = tf.memory().numTensors;
  const kept = [
    make<Loss>('logCosh')(W, x, y, 1),
    make<Loss>('leastSquares')(W, x, y, 1),
    make<Step>('momentum', { learningRate: 1, rho: 1 })(W, W, state),
    make<Step>('slowingMomentum', { learningRate: 1, rho: 1 })(W, W),
    make<Step>('sgd', { learningRate: 1 })(W, W),
  ];
  make<(at: tf.Tensor) => number>('squaredDistanceTo', { center: tensor([[3, 1]]) })(W);
  make<(at: tf.Tensor) => number>('shareClassified', { x: tensor([[1, 2]]), y: labels([0]) })(W);
  expect(tf.memory().numTensors - before).toBe(9);
  tf.dispose(kept as tf.TensorContainer);
  expect(tf.memory().numTensors).toBe(before);
});
