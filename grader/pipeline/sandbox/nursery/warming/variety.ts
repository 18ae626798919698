import type * as tfjs from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';

/**
 * A made-up submission, like `practice`, that passes all types of values, and all kinds of arrays in which V8 stores a
 * shape, to each operation: V8 discards the compiled code of a function at the first array of a kind new to it.
 */
export function variety(tf: typeof tfjs): Record<string, (...args: never[]) => unknown> {
  /** The same shape as an array of small integers, of small integers with room for holes, and of any values. */
  const kindsOf = (shape: readonly number[]): readonly number[][] => {
    const withRoom = new Array<number>(shape.length);
    shape.forEach((length, axis) => {
      withRoom[axis] = length;
    });
    return [[...shape], withRoom, ['', ...shape].slice(1) as number[]];
  };

  const typesOf = (x: Tensor): readonly Tensor[] => [x, x.toInt(), x.greater(0)];

  const elementwise = (typed: Tensor, right: Tensor): readonly Tensor[] => [
    ...[typed.add(right), typed.sub(right), typed.mul(right), typed.div(right.abs().add(1)), typed.mul(0.5)],
    ...[right.add(typed), right.sub(typed), right.mul(typed), typed.squaredDifference(right)],
    ...[typed.maximum(right), typed.minimum(right), tf.where(typed.greater(right), typed.toFloat(), right)],
    ...[typed.greaterEqual(right), typed.less(right), typed.equal(right), typed.notEqual(right)],
    ...[typed.square(), typed.abs(), typed.neg(), typed.toFloat()],
  ];

  const acrossElements = (typed: Tensor, right: Tensor): readonly Tensor[] => [
    ...[typed.max(1), typed.min(1), typed.sum(1), typed.mean(1), typed.sum(0)],
    ...[typed.argMax(1), typed.argMin(1), tf.topk(typed, 1).values, tf.gather(typed, tf.tensor1d([0], 'int32'))],
    ...[tf.matMul(typed.toFloat(), right, false, true), tf.matMul(right.transpose(), typed.toFloat())],
    ...[typed.transpose(), tf.tile(typed, [2, 1])],
    ...[tf.concat([typed.toFloat(), right]), tf.stack([typed.toFloat(), right])],
  ];

  const onAll = (x: Tensor, y: Tensor): Tensor =>
    tf.tidy(() => {
      const results: Tensor[] = [];
      for (const [index, shape] of kindsOf(x.shape).entries()) {
        const right = y.reshape(kindsOf(y.shape)[(index + 1) % 3] ?? []);
        for (const typed of typesOf(x.reshape(shape))) {
          const row = typed.slice([0, 0], [1, -1]); // (1, C)
          results.push(...elementwise(typed, right), ...acrossElements(typed, right), typed.add(row), typed.sub(row));
        }
      }
      return tf.addN(results.map((result) => result.toFloat().sum()));
    });

  const ofNumbers = (rate: number, count: number): number => Math.hypot(rate, count);

  const ofLists = (lists: readonly (readonly number[])[], names: readonly string[]): unknown => ({
    rows: lists.map((list) => list.map((value) => value / 2)),
    names: names.map((name) => `${name}!`),
  });

  const schedule =
    (rate: number): ((step: number) => number) =>
    (step) =>
      Math.hypot(rate, step);

  const tensorOfLoss = (x: Tensor): Tensor => tf.tidy(() => x.max().cos());

  const refusal = (x: Tensor): Tensor => tf.matMul(x as tfjs.Tensor2D, tf.zeros([x.size + 1, 1]));

  return { onAll, ofNumbers, ofLists, schedule, tensorOfLoss, refusal };
}
