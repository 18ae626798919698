import type * as tfjs from '@tensorflow/tfjs';
import type { Rank, Scalar, Tensor, Tensor1D, Tensor2D } from '@tensorflow/tfjs';

type Fields = Record<string, Tensor>;

/**
 * A made-up submission with typical operations: matrix products, broadcast arithmetic, sums over an axis, selection by
 * index, state updates. None of it solves an exercise; it only makes V8 compile the same parts of tfjs. It is sent as
 * text, and uses nothing from outside.
 */
export function practice(tf: typeof tfjs): Record<string, (...args: never[]) => unknown> {
  const arithmetic = (x: Tensor2D, y: Tensor2D, row: Tensor1D, column: Tensor2D, factor: number): Fields =>
    tf.tidy(() => {
      const a = x.add(y).sub(row).mul(column).div(y.abs().add(2));
      const b = tf.sub(tf.mul(x, factor), tf.div(tf.add(y, 1), factor + 2));
      const c = a.square().add(b.neg()).maximum(0).minimum(tf.scalar(9));
      const d = tf
        .exp(c.mul(-0.5))
        .log()
        .add(c.add(1).sqrt())
        .add(tf.pow(c, 2))
        .add(c.pow(tf.scalar(0.5)));
      const e = tf.where(a.greater(b), a, tf.zerosLike(b)).add(tf.sign(b)).add(a.relu()).add(b.sigmoid()).add(b.tanh());
      return { d, e, loss: d.add(e).sum().div(factor) };
    });

  const reductions = (x: Tensor2D, y: Tensor2D): Fields =>
    tf.tidy(() => {
      const [rows = 1] = x.shape;
      const widest = x.max(1, true).add(x.min(1, true)).add(x.mean(1, true)); // (N, 1)
      const powers = x.sub<Tensor2D>(widest).mul(0.1).exp(); // (N, C)
      const weights = powers.mul<Tensor2D>(powers.sum(1, true).add(1)); // (N, C)
      const parts = [
        x.sum(0),
        x.mean(0),
        powers.max(0),
        y.square().sum(0),
        y.abs().sum(0),
        tf.sum(weights, 0),
        tf.moments(y, 0).variance,
      ];
      const total = tf.addN(parts.map((part) => part.sum())).add(powers.sum(1).log().sum());
      return { weights, norm: tf.norm(y), loss: total.div(rows).add(y.mean()).asScalar() };
    });

  const products = (left: Tensor2D, right: Tensor2D, scores: Tensor2D, strength: number): Fields =>
    tf.tidy(() => {
      const forward = tf.matMul(left, right, false, true); // (N, C)
      const back = scores.matMul(left, true, false).add<Tensor2D>(right.mul(strength)); // (C, D)
      const through = scores.matMul(right).sub<Tensor2D>(left); // (N, D)
      const turned = tf
        .matMul(left.transpose(), forward)
        .add<Tensor2D>(tf.outerProduct(left.sum<Tensor1D>(0), forward.sum<Tensor1D>(0)));
      const inner = left.reshape<Tensor1D>([-1]).dot(through.flatten());
      return { forward, back, turned, loss: tf.sum(tf.square(right)).mul(strength).add(inner).asScalar() };
    });

  const choices = (scores: Tensor2D, labels: Tensor1D): Fields =>
    tf.tidy(() => {
      const [rows = 1, classes = 1] = scores.shape;
      const marks = tf.oneHot(labels, classes, 1, 0, 'float32') as Tensor2D; // (N, C)
      const chosen = scores.mul(marks).sum(1, true); // (N, 1)
      const excess = scores.sub(chosen).add(0.5).relu().mul(tf.sub(1, marks)); // (N, C)
      const active = excess.greater(0).toFloat().sum(1).add(tf.cast(labels, 'float32')); // (N,)
      const best = scores.argMax(1).equal(labels).toFloat().mean().add(scores.argMin(1).toFloat().mean());
      const { values, indices } = tf.topk(scores, Math.min(2, classes));
      const picked = tf.gather(scores, labels.minimum(tf.scalar(rows - 1, 'int32')).toInt());
      return { excess, active, picked, indices, values, loss: excess.sum().add(best).asScalar() };
    });

  const rearrangements = (x: Tensor2D, row: Tensor1D): Fields =>
    tf.tidy(() => {
      const [rows = 1, columns = 1] = x.shape;
      const lists = x.arraySync().map((list) => list.map((value) => value + 1));
      const again = tf.tensor2d(lists).add<Tensor2D>(tf.tensor(lists.flat(), [rows, columns]));
      const stacked = tf.stack([x, again]).mean<Tensor2D>(0); // (N, C)
      const rejoined = tf.concat(
        tf.unstack(stacked).map((one) => one.expandDims<Tensor2D>(0)),
        0,
      ); // (N, C)
      const cut = rejoined
        .slice([0, 0], [rows, Math.max(1, columns - 1)])
        .add(tf.tile(row.slice([0], [1]), [Math.max(1, columns - 1)]));
      const series = tf
        .range(0, rows, 1, 'float32')
        .add(tf.linspace(0, 1, rows))
        .add(tf.ones([rows]))
        .add(tf.zeros([rows]));
      const square = tf.eye(columns).add(tf.fill([columns, columns], row.dataSync()[0] ?? 0));
      return { rejoined, cut, series, square, loss: x.clone().squeeze().reshape([rows, columns]).sum().asScalar() };
    });

  const stepOfState = (
    w: Tensor,
    dw: Tensor,
    state: Record<string, Tensor>,
    options: Record<string, number>,
  ): Record<string, unknown> =>
    tf.tidy(() => {
      const { rate = 0.1, keep = 0.9, small = 1e-8 } = options;
      const first = (state.first ?? tf.zerosLike(w)).mul(keep).add(dw.mul(1 - keep));
      const second = tf.add(tf.mul(state.second ?? tf.zerosLike(w), keep), tf.square(dw).mul(1 - keep));
      const scale = tf.sqrt(second).add(small);
      return {
        w: w.sub(first.mul(rate).div(scale)).mul(1 - rate * small),
        state: { first, second },
        steps: 1,
        done: [true, 'yes', undefined],
      };
    });

  const slopes = (x: Tensor2D, W: Tensor2D): Fields => {
    const loss = (weights: Tensor): Scalar =>
      tf
        .matMul(x, weights as Tensor2D, false, true)
        .square()
        .mean<Scalar>();
    const { value, grad } = tf.valueAndGrad(loss as (weights: Tensor<Rank>) => Tensor<Rank>)(W);
    return { loss: value, grad };
  };

  const loops = (x: Tensor1D): number => {
    let sum =
      tf
        .tensor1d(Array.from(x.dataSync()))
        .add(tf.tensor([1]))
        .sum()
        .dataSync()[0] ?? 0;
    for (const value of x.dataSync()) sum += Math.sqrt(Math.abs(value)) * Math.cos(value) + Math.max(0, value);
    return sum;
  };

  const exchanges = (
    loss: (W: Tensor2D, x: Tensor2D) => { loss: Scalar; dW: Tensor2D },
    W: Tensor2D,
    x: Tensor2D,
    settings: { readonly list: readonly number[]; readonly name: string; readonly isOn: boolean },
  ): Record<string, unknown> => {
    const history: number[] = [];
    const moved = tf.tidy(() => {
      const given = loss(W, x);
      history.push(given.loss.arraySync());
      return W.sub(given.dW.mul(0.1));
    });
    const { list, name, isOn } = settings;
    const again = tf.tidy(() =>
      tf
        .tensor1d(moved.dataSync())
        .concat(tf.tensor1d([...list]))
        .concat(tf.tensor1d([])),
    );
    return { moved, again, history, pairs: list.map((value) => [value, 2 * value]), name, isOn, rate: () => 0.5 };
  };

  return { arithmetic, reductions, products, choices, rearrangements, stepOfState, slopes, loops, exchanges };
}
