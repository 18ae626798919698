import * as tf from '@tensorflow/tfjs';
import type { Scalar, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import { seededRandom } from 'descent';
import type * as kinds from './kinds';

export type Alternatives<Name extends keyof typeof kinds> = Readonly<Record<string, (typeof kinds)[Name]>>;

export const affineLoss: Alternatives<'affineLoss'> = {
  'number by number': (X, W, b, targets) => {
    const [x, w, bias, t] = [X.arraySync(), W.arraySync(), b.arraySync(), targets.arraySync()];
    const n = x.length;
    const dX = x.map((row) => row.map(() => 0));
    const dW = w.map((row) => row.map(() => 0));
    const db = bias.map(() => 0);
    let loss = 0;
    for (const [i, features] of x.entries()) {
      for (const [j, offset] of bias.entries()) {
        const score = features.reduce((sum, feature, k) => sum + feature * (w[k]?.[j] ?? 0), offset);
        const residual = score - (t[i]?.[j] ?? 0);
        loss += residual ** 2 / (2 * n);
        db[j] = (db[j] ?? 0) + residual / n;
        for (const [k, feature] of features.entries()) {
          const [rowOfX = [], rowOfW = []] = [dX[i], dW[k]];
          rowOfX[k] = (rowOfX[k] ?? 0) + (residual * (w[k]?.[j] ?? 0)) / n;
          rowOfW[j] = (rowOfW[j] ?? 0) + (residual * feature) / n;
        }
      }
    }
    return { loss: tf.scalar(loss), dX: tf.tensor2d(dX), dW: tf.tensor2d(dW), db: tf.tensor1d(db) };
  },
  // The bias is the weight of a feature that is always 1.
  'with a column of ones': (X, W, b, targets) =>
    tf.tidy(() => {
      const [n, d] = X.shape;
      const c = b.size;
      const features = tf.concat2d([X, tf.ones([n, 1])], 1);
      const weights = tf.concat2d([W, b.reshape<Tensor2D>([1, c])], 0);
      const residuals = tf.sub<Tensor2D>(tf.matMul(features, weights), targets);
      const dWeights = tf.matMul(features, residuals, true, false).div<Tensor2D>(n);
      return {
        loss: residuals
          .square()
          .mean()
          .mul<Scalar>(c / 2),
        dX: tf.matMul(residuals, weights, false, true).div<Tensor2D>(n).slice([0, 0], [n, d]),
        dW: dWeights.slice([0, 0], [d, c]),
        db: dWeights.slice([d, 0], [1, c]).flatten(),
      };
    }),
};

export const pooledLoss: Alternatives<'pooledLoss'> = {
  'four shifted images': (images) =>
    tf.tidy(() => {
      const [n, height, width, channels] = images.shape;
      const size: [number, number, number, number] = [n, height, width, channels];
      const every = (row: number, column: number): tf.Tensor =>
        images.stridedSlice([0, row, 0, 0], size, [1, 2, 1, 1]).stridedSlice([0, 0, column, 0], size, [1, 1, 2, 1]);
      const pooled = every(0, 0).add(every(0, 1)).add(every(1, 0)).add(every(1, 1)).mul<Tensor4D>(0.25);
      const shares = pooled.mul(0.25).reshape([n, height / 2, 1, width / 2, 1, channels]);
      const dImages = shares.tile([1, 1, 2, 1, 2, 1]).reshape<Tensor4D>(size);
      return { pooled, loss: tf.mul<Scalar>(0.5, pooled.norm().square()), dImages };
    }),
  'pixel by pixel': (images) => {
    const [n, height, width, channels] = images.shape;
    const pixels = images.arraySync();
    const pixel = (image: number, row: number, column: number, channel: number): number =>
      pixels[image]?.[row]?.[column]?.[channel] ?? NaN;
    const pooled = tf.buffer<tf.Rank.R4>([n, height / 2, width / 2, channels]);
    const slopes = tf.buffer<tf.Rank.R4>(images.shape);
    let loss = 0;
    for (let at = 0; at < pooled.size; at += 1) {
      const [image = 0, row = 0, column = 0, channel = 0] = pooled.indexToLoc(at);
      const places = [0, 1].flatMap((u) => [0, 1].map((v) => [2 * row + u, 2 * column + v] as const));
      const mean = places.reduce((sum, [y, x]) => sum + pixel(image, y, x, channel), 0) / 4;
      pooled.set(mean, image, row, column, channel);
      for (const [y, x] of places) slopes.set(mean / 4, image, y, x, channel);
      loss += (mean * mean) / 2;
    }
    return { pooled: pooled.toTensor(), loss: tf.scalar(loss), dImages: slopes.toTensor() };
  },
};

export const uniformInit: Alternatives<'uniformInit'> = {
  'by tf.randomUniform': (fanIn, fanOut, seed) => {
    const a = (6 / (fanIn + fanOut)) ** 0.5;
    return tf.randomUniform([fanIn, fanOut], -a, a, 'float32', seed + 5);
  },
  'row by row, from the other end': (fanIn, fanOut, seed) => {
    const next = seededRandom(1_000_003 - seed);
    const variance = 2 / (fanIn + fanOut);
    const row = (): number[] => Array.from({ length: fanOut }, () => Math.sqrt(3 * variance) * (1 - 2 * next()));
    return tf.tensor2d(Array.from({ length: fanIn }, row));
  },
};

export const describeRates: Alternatives<'describeRates'> = {
  'by the borders passed': (rates) => {
    const words = rates.map(
      (rate) => ['converges', 'oscillates', 'diverges'][Number(rate > 1) + Number(rate >= 2)] ?? '',
    );
    return { words, stable: rates.map((rate) => rate < 2), allStable: !rates.some((rate) => rate >= 2) };
  },
  'by the factor of a step': (rates) => {
    const factors = rates.map((rate) => 1 - rate);
    const isStable = (factor: number): boolean => Math.abs(factor) < 1;
    return {
      words: factors.map((factor) => (!isStable(factor) ? 'diverges' : factor < 0 ? 'oscillates' : 'converges')),
      stable: factors.map(isStable),
      allStable: factors.filter(isStable).length === factors.length,
    };
  },
};

export const descend: Alternatives<'descend'> = {
  'number by number': async (x, targets, rate, tolerance, maxSteps) => {
    const [rows, t] = await Promise.all([x.array(), targets.array()]);
    const w = Array.from({ length: x.shape[1] }, () => 0);
    const losses: number[] = [];
    for (let steps = 0; ; steps += 1) {
      const residuals = rows.map((row, i) => row.reduce((sum, one, k) => sum + one * (w[k] ?? 0), -(t[i] ?? 0)));
      const loss = residuals.reduce((sum, one) => sum + one ** 2 / (2 * t.length), 0);
      losses.push(loss);
      if (steps === maxSteps || loss <= tolerance) return { w: tf.tensor1d(w), losses, steps };
      for (const k of w.keys())
        w[k] = (w[k] ?? 0) - (rate / t.length) * residuals.reduce((sum, one, i) => sum + one * (rows[i]?.[k] ?? 0), 0);
      await tf.nextFrame();
    }
  },
  // Without `async`: any function that returns a promise is accepted.
  'a chain of promises': (x, targets, rate, tolerance, maxSteps) => {
    const n = targets.size;
    const from = (w: Tensor1D, before: readonly number[]): ReturnType<typeof kinds.descend> => {
      const { loss, next } = tf.tidy(() => {
        const residuals = tf.matMul(x, w.as2D(-1, 1)).sub(targets.as2D(n, 1)); // (N, 1)
        const slope = tf.matMul<Tensor2D>(x, residuals as Tensor2D, true, false).flatten(); // (D,)
        return {
          loss: residuals
            .norm()
            .square()
            .div(2 * n),
          next: w.sub<Tensor1D>(slope.mul(rate / n)),
        };
      });
      return loss.data().then(([value = NaN]) => {
        loss.dispose();
        const losses = [...before, value];
        const isOver = value <= tolerance || before.length === maxSteps;
        (isOver ? next : w).dispose();
        return isOver ? { w, losses, steps: before.length } : from(next, losses);
      });
    };
    return from(tf.zeros([x.shape[1]]), []);
  },
};

export { makeScheduler, makeStopping } from './alternativesWithState';
