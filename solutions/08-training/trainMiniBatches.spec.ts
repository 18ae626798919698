import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import { seededRandom, type MiniBatchOptions, type OptimizerState } from 'descent';
import {
  callback,
  type CaseSpec,
  defineExercise,
  failing,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  type Random,
  randomCase,
  reference,
  sign,
  tensor,
  type TensorValue,
  tidied,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives.training';
import { miniBatches, trainMiniBatches as solution } from './training';
import * as witnesses from './witnesses';

interface Setting {
  readonly N: number;
  readonly D: number;
  readonly C: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly step: ReturnType<typeof callback>;
  readonly label?: string;
  readonly reserved?: boolean;
  /** Drawn, unless given. */
  readonly seed?: number;
  readonly lambda?: number;
}

const sgd = callback('sgd', { learningRate: 0.4 });
const momentum = callback('momentum', { learningRate: 0.2, rho: 0.8 });
const slowing = callback('slowingMomentum', { learningRate: 0.5, rho: 0.7 });

function training(
  id: string,
  setting: Setting,
  loss: 'logCosh' | 'leastSquares',
  labels: (random: Random) => TensorValue,
): CaseSpec {
  const { N, D, C, batchSize, epochs, step, label, reserved = false, seed, lambda = 0.1 } = setting;
  const draw = (random: Random) => ({
    x: random.normal([N, D]),
    y: labels(random),
    options: {
      step,
      batchSize,
      epochs,
      lambda,
      initialW: random.normal([C, D]),
      seed: seed ?? random.integer(0, 1000),
      loss: callback(loss),
    },
  });
  return randomCase(id, draw, label === undefined ? { reserved } : { label, reserved });
}
const classification = (id: string, setting: Setting): CaseSpec =>
  training(id, setting, 'logCosh', (random) => random.labels(setting.N, setting.C));
const regression = (id: string, setting: Setting): CaseSpec =>
  training(id, setting, 'leastSquares', (random) => random.normal([setting.N]));

interface Parts {
  /** Batches of an epoch. */
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

/** Mistakes that only show where an epoch has several batches, or in every order of them. */
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
          Array.from({ length: n }, (__, row) => row).slice(batch * batchSize, (batch + 1) * batchSize),
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

export const trainMiniBatches = defineExercise({
  name: 'trainMiniBatches',
  arguments: ['x', 'y', 'options'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      x: tensor([[1]]),
      y: tensor([3]),
      options: {
        step: callback('sgd', { learningRate: 0.5 }),
        batchSize: 1,
        epochs: 2,
        lambda: 0,
        initialW: tensor([[1]]),
        seed: 1,
        loss: callback('leastSquares'),
      },
    }),
    regression('regression', { N: 7, D: 3, C: 1, batchSize: 7, epochs: 3, step: momentum }),
    classification('classification', {
      N: 8,
      D: 2,
      C: 12,
      batchSize: 11,
      epochs: 4,
      step: slowing,
      label: 'the batch is larger than the data',
    }),
    classification('square', { N: 3, D: 3, C: 3, batchSize: 3, epochs: 2, step: sgd, label: 'N = C = D' }),
    regression('no-epochs', { N: 4, D: 3, C: 2, batchSize: 4, epochs: 0, step: sgd, label: 'no step is taken' }),
    training(
      'same-labels',
      { N: 5, D: 2, C: 3, batchSize: 5, epochs: 3, step: momentum, label: 'all labels are 0', reserved: true },
      'logCosh',
      (random) => random.labels(5, 1),
    ),
    classification('batches', {
      N: 23,
      D: 2,
      C: 3,
      batchSize: 9,
      epochs: 4,
      step: momentum,
      label: 'the last batch is short',
      reserved: true,
    }),
    classification('seed-zero', {
      N: 23,
      D: 2,
      C: 2,
      batchSize: 8,
      epochs: 2,
      step: sgd,
      label: 'seed is 0',
      reserved: true,
      seed: 0,
    }),
    regression('no-penalty', {
      N: 20,
      D: 2,
      C: 1,
      batchSize: 10,
      epochs: 2,
      step: sgd,
      label: 'lambda is 0',
      reserved: true,
      lambda: 0,
    }),
    regression('state-is-a-record', {
      N: 10,
      D: 3,
      C: 1,
      batchSize: 5,
      epochs: 3,
      step: slowing,
      label: 'the state is a record',
      reserved: true,
    }),
    regression('singles', {
      N: 5,
      D: 2,
      C: 2,
      batchSize: 1,
      epochs: 2,
      step: sgd,
      label: 'a batch is one example',
      reserved: true,
    }),
  ],
  checks: [
    reference('W', { points: 2 }),
    reference('lossHistory', { points: 2 }),
    reference(undefined, { id: 'sameLabels', points: 1, on: ['same-labels'] }),
    property('epochsTakeEachOnce', { points: 1, id: 'rows', on: ['batches', 'state-is-a-record', 'singles'] }),
    property('batchesKeepLabels', { points: 0.5, id: 'labels', on: ['batches', 'state-is-a-record', 'singles'] }),
    property('epochsReorder', { points: 0.5, id: 'newOrder', on: ['batches'] }),
    property('seedsReorder', { points: 0.5, id: 'seeds', on: ['batches', 'no-penalty'] }),
    property('sameAgain', { points: 0.5, id: 'repeats', on: ['batches', 'seed-zero'] }),
    property('stepsFollow', { points: 1, id: 'follows', on: ['batches', 'state-is-a-record', 'singles'] }),
    leavesInputsAlone({ points: 0.5, on: ['by-hand', 'classification', 'no-epochs', 'batches'] }),
    leavesNoTensors({ points: 0.5, on: ['by-hand', 'classification', 'no-epochs', 'batches', 'state-is-a-record'] }),
  ],
  mistakes: [...values, ...laws],
  alternatives: alternatives.trainMiniBatches,
  witnesses: [
    { name: 'tf.train.momentum and its autodiff', compute: witnesses.trainMiniBatches(0.2, 0.8), on: ['regression'] },
  ],
  forbidden: libraryAnswers,
});
