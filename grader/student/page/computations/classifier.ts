import type { Scalar, Tensor1D, Tensor2D, Tensor4D } from '@tensorflow/tfjs';
import type { Tfjs } from '../../../precision';
import { defineComputation } from './Computation';
import { digitTensors } from './digits';

const neighbors = '01-nearest-neighbors';
const linear = '02-linear-classifier';

export interface LabelledPoint {
  readonly at: readonly [number, number];
  readonly label: number;
}

export interface ScoresParameters {
  readonly points: readonly LabelledPoint[];
  readonly grid: readonly (readonly [number, number])[];
  /** Whether the points are lifted first. */
  readonly lift: boolean;
}

export interface Regions {
  /** The class of each point of the grid. */
  readonly classes: readonly number[];
  /** Accuracy on the given points; undefined if `accuracy` is not implemented yet. */
  readonly accuracy: number | undefined;
}

/** Regions of a linear classifier: tfjs trains it, the student's functions lift, score and predict. */
export const regionsByScores = defineComputation<ScoresParameters, Regions>(
  'classifier.scores',
  (own, tf, { points, grid, lift }) => {
    const liftXor = lift ? own<(x: Tensor2D) => Tensor2D>(linear, 'liftXor') : (x: Tensor2D): Tensor2D => x;
    const linearScores = own<(x: Tensor2D, W: Tensor2D, b: Tensor1D) => Tensor2D>(linear, 'linearScores');
    const predictClasses = own<(scores: Tensor2D) => Tensor1D>(linear, 'predictClasses');
    const accuracy = own<(predicted: Tensor1D, y: Tensor1D) => number>(linear, 'accuracy');
    const [x, y] = tensorsOf(tf, points);
    const lifted = liftXor(x);
    const { W, b } = trained(tf, lifted, y, 3, { steps: 60, rate: 0.3 });
    const predict = (features: Tensor2D): Tensor1D => predictClasses(linearScores(features, W, b));
    return {
      classes: [...predict(liftXor(tf.tensor2d(grid.map((point) => [...point])))).dataSync()],
      accuracy: accuracy(predict(lifted), y),
    };
  },
);

export interface NeighborsParameters extends Omit<ScoresParameters, 'lift'> {
  readonly k: number;
  readonly metric: 'l1Distances' | 'l2Distances';
}

/** Regions of the k nearest neighbours, by the student's distances and votes. */
export const regionsByNeighbors = defineComputation<NeighborsParameters, Regions>(
  'classifier.neighbors',
  (own, tf, { points, grid, k, metric }) => {
    const distances = own<(a: Tensor2D, b: Tensor2D) => Tensor2D>(neighbors, metric);
    const predictLabels = own<(distances: Tensor2D, labels: Tensor1D, k: number) => Tensor1D>(
      neighbors,
      'predictLabels',
    );
    const [x, y] = tensorsOf(tf, points);
    const predict = (at: Tensor2D): number[] => [...predictLabels(distances(at, x), y, k).dataSync()];
    const labels = predict(x);
    return {
      classes: predict(tf.tensor2d(grid.map((point) => [...point]))),
      accuracy: labels.filter((label, index) => label === points[index]?.label).length / labels.length,
    };
  },
);

/** The class templates of ten digits, 64 values each, by the student's function from weights that tfjs trained. */
export const digitTemplates = defineComputation<{ readonly steps: number }, readonly (readonly number[])[]>(
  'classifier.templates',
  (own, tf, { steps }) => {
    const classTemplates = own<(W: Tensor2D, shape: [number, number, number]) => Tensor4D>(linear, 'classTemplates');
    const { x, y } = digitTensors(tf, 'train');
    const { W } = trained(tf, x, y, 10, { steps, rate: 0.02 });
    const values = [...classTemplates(W, [8, 8, 1]).dataSync()];
    return Array.from({ length: 10 }, (_, digit) => values.slice(64 * digit, 64 * (digit + 1)));
  },
);

function tensorsOf(tf: Tfjs, points: readonly LabelledPoint[]): readonly [Tensor2D, Tensor1D] {
  const labels = tf.tensor1d(points.map(({ label }) => label), 'int32'); // prettier-ignore
  return [tf.tensor2d(points.map(({ at }) => [...at]), [points.length, 2]), labels]; // prettier-ignore
}

/** A softmax classifier, with tfjs's own loss and optimizer. */
function trained(
  tf: Tfjs,
  x: Tensor2D,
  y: Tensor1D,
  classes: number,
  { steps, rate }: { steps: number; rate: number },
): { W: Tensor2D; b: Tensor1D } {
  const W = tf.variable(tf.zeros([classes, x.shape[1]]));
  const b = tf.variable(tf.zeros([classes]));
  const truth = tf.oneHot(y, classes);
  const optimizer = tf.train.adam(rate, 0.9, 0.999, 1e-8);
  for (let step = 0; step < steps; step += 1)
    optimizer.minimize(
      () => tf.losses.softmaxCrossEntropy(truth, x.matMul(W.transpose()).add(b)).asScalar() as Scalar,
      false,
      [W, b],
    );
  const learned = { W: W.clone() as Tensor2D, b: b.clone() as Tensor1D };
  for (const one of [optimizer, W, b]) one.dispose();
  return learned;
}
