import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { seededRandom, type MiniBatchOptions, type OptimizerState } from 'descent';
import { failing, type MistakeSpec, sign, tidied, wrong } from 'descent/author';
import { miniBatches, trainMiniBatches as solution } from './training';

interface Parts {
  /** The batches of an epoch. */
  readonly batches?: (n: number, options: MiniBatchOptions, epoch: number) => readonly number[][];
  readonly labelsOf?: (batch: readonly number[]) => readonly number[];
  /** Where the gradient of a step is taken. */
  readonly gradientAt?: (W: Tensor2D, startOfEpoch: Tensor2D) => Tensor2D;
  readonly stateFor?: (state: OptimizerState) => OptimizerState;
  /** Strengths in the steps and in the history. */
  readonly strengths?: (lambda: number) => readonly [training: number, history: number];
  readonly history?: (whole: { before: number; after: number }, lastBatch: number, meanOfBatches: number) => number;
}

/** The training with some of its parts replaced. */
const trainingWith =
  (parts: Parts): typeof solution =>
  (x, y, options) => {
    const { step, epochs, lambda, seed, batchSize, loss } = options;
    const { batches = (n, _options, epoch) => miniBatches(n, batchSize, 1000 * seed + epoch) } = parts;
    const [ofTraining, ofHistory] = parts.strengths?.(lambda) ?? [lambda, lambda];
    const part = (rows: readonly number[], labels = rows): [Tensor2D, Tensor1D] => [
      x.gather(tf.tensor1d([...rows], 'int32')),
      y.gather(tf.tensor1d([...labels], 'int32')),
    ];
    const lossHistory: number[] = [];
    let W = options.initialW.clone();
    let state: OptimizerState;
    const lossOn = (data: [Tensor2D, Tensor1D]): number => loss(W, ...data, ofHistory).loss.arraySync();
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      const start = W;
      const before = parts.history === undefined ? NaN : lossOn([x, y]);
      let ofLast = NaN;
      const ofBatches: number[] = [];
      for (const rows of batches(x.shape[0], options, epoch)) {
        const { loss: ofBatch, dW } = loss(
          parts.gradientAt?.(W, start) ?? W,
          ...part(rows, parts.labelsOf?.(rows)),
          ofTraining,
        );
        if (parts.history !== undefined) ofBatches.push(ofBatch.arraySync());
        const after = step(W, dW, parts.stateFor === undefined ? state : parts.stateFor(state));
        W = after.w;
        state = after.state;
        if (parts.history !== undefined) ofLast = lossOn(part(rows));
      }
      const after = lossOn([x, y]);
      const mean = ofBatches.reduce((sum, one) => sum + one, 0) / ofBatches.length;
      lossHistory.push(parts.history?.({ before, after }, ofLast, mean) ?? after);
    }
    return { W, lossHistory };
  };

const values = wrong<typeof solution>({
  'loss-before-the-epoch': trainingWith({ history: ({ before }) => before }),
  'penalty-missing-in-history': trainingWith({ strengths: (lambda) => [lambda, 0] }),
  'lambda-not-passed-on': trainingWith({ strengths: () => [0, 0] }),
  'state-lost': trainingWith({ stateFor: () => undefined }),
  'short-batch-dropped': trainingWith({
    batches: (n, { batchSize, seed }, epoch) =>
      miniBatches(n, batchSize, 1000 * seed + epoch).filter(({ length }) => length === batchSize),
  }),
  'one-epoch-too-few': (x, y, options) => solution(x, y, { ...options, epochs: options.epochs - 1 }),
  'first-loss-added': (x, y, options) => {
    const { W, lossHistory } = solution(x, y, options);
    return { W, lossHistory: [options.loss(options.initialW, x, y, options.lambda).loss.arraySync(), ...lossHistory] };
  },
  'start-returned': (x, y, options) => ({
    W: options.initialW.clone(),
    lossHistory: solution(x, y, options).lossHistory,
  }),
});

/** Mistakes that only show if an epoch has several batches, or in all of their orders. */
const laws = [
  failing(
    'labels-left-behind',
    ['W', 'lossHistory', 'labels'],
    trainingWith({ labelsOf: (rows) => rows.toSorted((a, b) => a - b) }),
  ),
  failing(
    'same-order-in-all-epochs',
    ['newOrder'],
    trainingWith({ batches: (n, { batchSize, seed }) => miniBatches(n, batchSize, seed) }),
  ),
  failing(
    'never-shuffled',
    ['newOrder', 'seeds'],
    trainingWith({
      batches: (n, { batchSize }) =>
        Array.from({ length: Math.ceil(n / batchSize) }, (_, batch) =>
          [...Array(n).keys()].slice(batch * batchSize, (batch + 1) * batchSize),
        ),
    }),
  ),
  failing(
    'seed-not-used',
    ['seeds'],
    trainingWith({ batches: (n, { batchSize }, epoch) => miniBatches(n, batchSize, epoch) }),
  ),
  failing<typeof solution>('zero-seed-replaced', ['seeds'], (x, y, options) =>
    solution(x, y, { ...options, seed: options.seed || 1 }),
  ),
  failing(
    'steps-for-epochs',
    ['rows', 'follows'],
    trainingWith({
      batches: (n, { batchSize, seed }, epoch) => miniBatches(n, batchSize, 1000 * seed + epoch).slice(0, 1),
    }),
  ),
  {
    ...failing('gradients-at-the-first-weights', ['follows'], trainingWith({ gradientAt: (_, start) => start })),
    holds: sign('gradientsStandStill', {}),
  },
  {
    ...failing('loss-of-last-batch', ['follows'], trainingWith({ history: (_whole, lastBatch) => lastBatch })),
    holds: sign('historyOfBatches', { of: 'last' }),
  },
  {
    ...failing('mean-of-batch-losses', ['lossHistory', 'follows'], trainingWith({ history: (_w, _l, mean) => mean })),
    holds: sign('historyOfBatches', { of: 'mean' }),
  },
  {
    ...failing(
      'with-replacement',
      ['W', 'lossHistory'],
      trainingWith({
        batches: (n, { batchSize, seed }, epoch) => {
          const next = seededRandom(1000 * seed + epoch);
          return miniBatches(n, batchSize, 0).map((batch) => batch.map(() => Math.floor(next() * n)));
        },
      }),
    ),
    holds: sign('rowsDrawnAgain', {}),
  },
  {
    id: 'other-order-each-time',
    fails: ['repeats'],
    make: () => {
      let calls = 0;
      return tidied(trainingWith({ batches: (n, { batchSize }) => miniBatches(n, batchSize, (calls += 1)) }));
    },
  },
];

export const trainingMistakes: readonly MistakeSpec<typeof solution>[] = [...values, ...laws];
