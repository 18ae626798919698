import { callback, type CaseSpec, fixedCase, type Random, randomCase, tensor, type TensorValue } from 'descent/author';

interface Setting {
  readonly N: number;
  readonly D: number;
  readonly C: number;
  readonly batchSize: number;
  readonly epochs: number;
  readonly step: ReturnType<typeof callback>;
  readonly label?: string;
  readonly reserved?: boolean;
  /** Drawn by default. */
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
  // A law says as much about one run as about two.
  const copies = { public: 1, hidden: reserved ? 1 : 2 };
  return randomCase(id, draw, label === undefined ? { reserved, copies } : { label, reserved, copies });
}
const classification = (id: string, setting: Setting): CaseSpec =>
  training(id, setting, 'logCosh', (random) => random.labels(setting.N, setting.C));
const regression = (id: string, setting: Setting): CaseSpec =>
  training(id, setting, 'leastSquares', (random) => random.normal([setting.N]));

export const trainingCases: readonly CaseSpec[] = [
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
    label: 'each batch has one example',
    reserved: true,
  }),
];
