import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import type { GradientDescentOptions, TrainingResult } from 'descent';
import {
  callback,
  type CaseOptions,
  type CaseSpec,
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives.training';
import { gradientDescent as solution } from './training';
import * as witnesses from './witnesses';

type Numbers = Partial<Pick<GradientDescentOptions, 'learningRate' | 'iterations' | 'lambda'>>;

const kinds = {
  regression: { learningRate: 0.3, iterations: 4, lambda: 0.2 },
  classification: { learningRate: 0.5, iterations: 5, lambda: 0.1 },
};

const drawn =
  (kind: keyof typeof kinds) =>
  (id: string, N: number, D: number, C: number, numbers: Numbers, options: CaseOptions = {}): CaseSpec =>
    randomCase(
      id,
      (random) => ({
        x: random.normal([N, D]),
        y: kind === 'regression' ? random.normal([N]) : random.labels(N, C),
        options: {
          ...kinds[kind],
          ...numbers,
          initialW: random.normal([C, D]),
          loss: callback(kind === 'regression' ? 'leastSquares' : 'logCosh'),
        },
      }),
      options,
    );
const [regression, classification] = [drawn('regression'), drawn('classification')];

interface Changes {
  /** Number of iterations, from the given one. */
  readonly count?: (iterations: number) => number;
  /** Replaced options. */
  readonly options?: (options: GradientDescentOptions, x: Tensor2D) => Partial<GradientDescentOptions>;
  /** Where the gradient is taken. */
  readonly at?: (W: Tensor2D, initialW: Tensor2D) => Tensor2D;
  readonly stops?: (history: readonly number[]) => boolean;
}

/** Gradient descent with some of its parts replaced; returns all weights, from the first to the last, and their losses. */
function path(
  x: Tensor2D,
  y: Tensor1D,
  given: GradientDescentOptions,
  changes: Changes = {},
): { Ws: Tensor2D[]; losses: number[] } {
  const options = { ...given, ...changes.options?.(given, x) };
  const count = changes.count?.(options.iterations) ?? options.iterations;
  let W = options.initialW.clone();
  const Ws = [W];
  const losses: number[] = [];
  for (let i = 0; i < count; i += 1) {
    losses.push(options.loss(W, x, y, options.lambda).loss.arraySync());
    if (changes.stops?.(losses) === true) break;
    const { dW } = options.loss(changes.at?.(W, options.initialW) ?? W, x, y, options.lambda);
    W = W.sub(dW.mul(options.learningRate));
    Ws.push(W);
  }
  losses.push(options.loss(W, x, y, options.lambda).loss.arraySync());
  return { Ws, losses };
}

const descending =
  (changes: Changes): typeof solution =>
  (x, y, options): TrainingResult => {
    const { Ws, losses } = path(x, y, options, changes);
    return { W: Ws.at(-1) as Tensor2D, lossHistory: losses.slice(0, -1) };
  };

export const gradientDescent = defineExercise({
  name: 'gradientDescent',
  arguments: ['x', 'y', 'options'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      x: tensor([[1]]),
      y: tensor([3]),
      options: { learningRate: 0.5, iterations: 2, lambda: 0, initialW: tensor([[1]]), loss: callback('leastSquares') },
    }),
    regression('regression', 5, 3, 1, {}),
    classification('classification', 12, 2, 12, {}),
    regression('no-rate', 3, 2, 1, { learningRate: 0 }, { label: 'learningRate is 0' }),
    regression('no-penalty', 4, 2, 3, { lambda: 0 }, { label: 'lambda is 0' }),
    classification('square', 3, 3, 3, {}, { label: 'N = C = D' }),
    regression('one-example', 1, 3, 2, {}, { label: 'there is one example' }),
    classification('one-iteration', 4, 3, 2, { iterations: 1 }, { label: 'there is one iteration' }),
    regression(
      'rising',
      4,
      2,
      1,
      { lambda: 0.8, learningRate: 2.5 },
      { label: 'the rate is too large and the loss rises' },
    ),
    regression('no-iterations', 4, 3, 2, { iterations: 0 }, { label: 'no step is taken', reserved: true }),
  ],
  checks: [
    reference('W', { points: 3.5 }),
    reference('lossHistory', { points: 3.5 }),
    reference(undefined, { id: 'noSteps', points: 1, on: ['no-iterations'] }),
    leavesInputsAlone({ points: 1, on: ['by-hand', 'regression', 'classification', 'no-iterations'] }),
    leavesNoTensors({ points: 1, on: ['by-hand', 'regression', 'classification', 'no-iterations'] }),
  ],
  mistakes: wrong<typeof solution>({
    'loss-after-update': (x, y, options) => {
      const { Ws, losses } = path(x, y, options);
      return { W: Ws.at(-1) as Tensor2D, lossHistory: losses.slice(1) };
    },
    'last-loss-added': (x, y, options) => {
      const { Ws, losses } = path(x, y, options);
      return { W: Ws.at(-1) as Tensor2D, lossHistory: losses };
    },
    uphill: descending({ options: ({ learningRate }) => ({ learningRate: -learningRate }) }),
    'lambda-not-passed-on': descending({ options: () => ({ lambda: 0 }) }),
    'zero-lambda-replaced': descending({ options: ({ lambda }) => ({ lambda: lambda || 1e-3 }) }),
    'rate-over-examples': descending({
      options: ({ learningRate }, x) => ({ learningRate: learningRate / x.shape[0] }),
    }),
    'one-iteration-too-many': descending({ count: (iterations) => iterations + 1 }),
    'one-iteration-too-few': descending({ count: (iterations) => iterations - 1 }),
    'gradient-of-the-start': descending({ at: (_W, initialW) => initialW }),
    'stops-when-rising': descending({ stops: (history) => (history.at(-1) ?? NaN) > (history.at(-2) ?? NaN) }),
    'start-returned': (x, y, options) => ({
      W: options.initialW.clone(),
      lossHistory: path(x, y, options).losses.slice(0, -1),
    }),
    'last-update-lost': (x, y, options) => {
      const { Ws, losses } = path(x, y, options);
      return { W: Ws.at(Math.max(-2, -Ws.length)) as Tensor2D, lossHistory: losses.slice(0, -1) };
    },
    'penalty-twice': (x, y, options) =>
      descending({
        options: ({ loss }) => ({
          loss: (W, rows, labels, lambda) => {
            const result = loss(W, rows, labels, lambda);
            return { loss: result.loss, dW: result.dW.add(W.mul(2 * lambda)) };
          },
        }),
      })(x, y, options),
  }),
  alternatives: alternatives.gradientDescent,
  witnesses: [
    {
      name: 'tf.train.sgd and its autodiff',
      compute: witnesses.gradientDescent,
      on: ['by-hand', 'regression', 'no-penalty', 'one-example', 'rising', 'no-iterations'],
    },
  ],
  forbidden: libraryAnswers,
});
