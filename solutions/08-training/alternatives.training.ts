/** Independent right solutions, written differently from the reference: descents and batches. */
import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  seededRandom,
  type GradientDescentOptions,
  type MiniBatchOptions,
  type OptimizerState,
  type TrainingResult,
} from 'descent';

export const gradientDescent = {
  'in plain numbers': (x: Tensor2D, y: Tensor1D, options: GradientDescentOptions): TrainingResult => {
    const { learningRate, iterations, lambda, initialW, loss } = options;
    let rows = initialW.arraySync();
    const lossHistory: number[] = [];
    for (let i = 0; i < iterations; i += 1) {
      const W = tf.tensor2d(rows, initialW.shape);
      const result = loss(W, x, y, lambda);
      const slopes = result.dW.arraySync();
      lossHistory.push(result.loss.arraySync());
      rows = rows.map((row, c) => row.map((weight, d) => weight - learningRate * (slopes[c]?.[d] ?? NaN)));
      tf.dispose([W, result.loss, result.dW]);
    }
    return { W: tf.tensor2d(rows, initialW.shape), lossHistory };
  },
  'recursion in one tidy': (x: Tensor2D, y: Tensor1D, options: GradientDescentOptions): TrainingResult => {
    const { learningRate, lambda, initialW, loss } = options;
    const descend = (W: Tensor2D, left: number): TrainingResult => {
      if (left === 0) return { W, lossHistory: [] };
      const here = loss(W, x, y, lambda);
      const rest = descend(tf.add(W, tf.mul(-learningRate, here.dW)), left - 1);
      return { W: rest.W, lossHistory: [here.loss.arraySync(), ...rest.lossHistory] };
    };
    return tf.tidy(() => descend(tf.clone(initialW), options.iterations));
  },
};

/** The Fisher–Yates shuffle. */
function shuffled(n: number, next: () => number): number[] {
  const order = Array.from({ length: n }, (_, place) => place);
  for (let last = n - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? NaN, order[last] ?? NaN];
  }
  return order;
}

export const miniBatches = {
  'swapped, then dealt one by one': (n: number, batchSize: number, seed: number): number[][] => {
    const batches: number[][] = [];
    for (const place of shuffled(n, seededRandom(seed))) {
      const open = batches.at(-1);
      if (open === undefined || open.length === batchSize) batches.push([place]);
      else open.push(place);
    }
    return batches;
  },
  'sorted by chance, unevenly': (n: number, batchSize: number, seed: number): number[][] => {
    const next = seededRandom(seed);
    return cut(
      [...Array(n).keys()].sort(() => next() - 0.5),
      batchSize,
    );
  },
  'drawn from a bag': (n: number, batchSize: number, seed: number): number[][] => {
    const bag = [...Array(n).keys()];
    // Another generator, Park and Miller's, without its first numbers.
    let state = (seed % 1000) + 1;
    const next = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    for (let i = 0; i < 5; i += 1) next();
    const batches: number[][] = [];
    while (bag.length > 0) {
      const batch: number[] = [];
      while (batch.length < batchSize && bag.length > 0) batch.push(...bag.splice(Math.floor(next() * bag.length), 1));
      batches.push(batch);
    }
    return batches;
  },
};

const cut = <T>(items: readonly T[], size: number): T[][] => {
  const pieces: T[][] = [];
  for (let start = 0; start < items.length; start += size) pieces.push(items.slice(start, start + size));
  return pieces;
};

export const trainMiniBatches = {
  'rows from arrays, disposed one by one': (x: Tensor2D, y: Tensor1D, options: MiniBatchOptions): TrainingResult => {
    const { step, batchSize, epochs, lambda, initialW, seed, loss } = options;
    const examples = x.arraySync().map((row, i) => ({ row, label: y.arraySync()[i] ?? NaN }));
    const next = seededRandom(seed + 77);
    const lossHistory: number[] = [];
    let W = tf.clone(initialW);
    let state: OptimizerState;
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      const order = shuffled(examples.length, next);
      for (const places of cut(order, batchSize)) {
        const batch = places.flatMap((place) => examples[place] ?? []);
        const xs = tf.tensor2d(batch.map(({ row }) => row));
        const ys = tf.tensor1d(
          batch.map(({ label }) => label),
          y.dtype as 'float32',
        );
        const result = loss(W, xs, ys, lambda);
        const after = step(W, result.dW, state);
        tf.dispose([xs, ys, result.loss, result.dW, W]);
        tf.dispose(state);
        ({ w: W, state } = after);
      }
      const result = loss(W, x, y, lambda);
      lossHistory.push(result.loss.arraySync());
      tf.dispose([result.loss, result.dW]);
    }
    tf.dispose(state);
    return { W, lossHistory };
  },
  // The loss of all data is the mean of the losses of parts, weighted by their sizes.
  'the history in parts, all in one tidy': (x: Tensor2D, y: Tensor1D, options: MiniBatchOptions): TrainingResult => {
    const { step, batchSize, epochs, lambda, initialW, seed, loss } = options;
    const N = x.shape[0];
    const next = seededRandom(seed);
    return tf.tidy(() => {
      const take = (places: number[]): [Tensor2D, Tensor1D] => [tf.gather(x, places), tf.gather(y, places)];
      const lossHistory: number[] = [];
      let [w, state]: [Tensor2D, OptimizerState] = [initialW.clone(), undefined];
      for (let epoch = 0; epoch < epochs; epoch += 1) {
        for (const places of cut(shuffled(N, next), batchSize))
          ({ w, state } = step(w, loss(w, ...take(places), lambda).dW, state));
        const parts = cut([...Array(N).keys()], 3);
        const sums = parts.map((places) => places.length * loss(w, ...take(places), lambda).loss.arraySync());
        lossHistory.push(sums.reduce((sum, part) => sum + part, 0) / N);
      }
      return { W: w, lossHistory };
    });
  },
};
