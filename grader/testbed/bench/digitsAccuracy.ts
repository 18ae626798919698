/**
 * Accuracy of simple methods on the digits, nearest neighbours and a linear softmax classifier, as a Markdown table.
 *
 *     node grader/testbed/bench/run.js digitsAccuracy [SEED]
 */
import { tf } from '../../precision';
import { loadDigits } from '../../../data/digits';
import { joinDigits } from '../../../data/digits/cutDigits';
import { brightest } from '../../../data/digits/digitsFiles';
import { parseDigits } from '../../../data/digits/parseDigits';
import { readLines } from '../../../data/digits/readLines';
import { toExamples, type Examples } from '../../../data/examples';

const classes = 10;
const learningRate = 0.5;
const checkpoints = [100, 300, 1000];
const ks = [1, 3, 5];

interface TrainAndTest {
  readonly train: Examples;
  readonly test: Examples;
}

type Numbers = ArrayLike<number>;
type Distance = (a: Numbers, aStart: number, b: Numbers, bStart: number, length: number) => number;

const distances: Readonly<Record<'L1' | 'L2', Distance>> = {
  L1: (a, aStart, b, bStart, length) => sum(length, (i) => Math.abs(at(a, aStart + i) - at(b, bStart + i))),
  // Squared, which gives the same order.
  L2: (a, aStart, b, bStart, length) => sum(length, (i) => (at(a, aStart + i) - at(b, bStart + i)) ** 2),
};

/** Accuracy of votes of the k nearest training images; ties go to the smallest label. */
function nearestNeighbours(train: Examples, test: Examples, distance: Distance): number[] {
  const [known, labels] = [train.x.dataSync(), train.y.dataSync()];
  const [asked, truth] = [test.x.dataSync(), test.y.dataSync()];
  const [N, D] = train.x.shape;
  const right = ks.map(() => 0);
  for (let row = 0; row < truth.length; row += 1) {
    const neighbours = Array.from({ length: N }, (_, index) => ({
      index,
      far: distance(asked, row * D, known, index * D, D),
    }));
    neighbours.sort((a, b) => a.far - b.far || a.index - b.index);
    for (const [which, k] of ks.entries()) {
      const votes = Array<number>(classes).fill(0);
      for (const { index } of neighbours.slice(0, k)) votes[at(labels, index)] = at(votes, at(labels, index)) + 1;
      if (votes.indexOf(Math.max(...votes)) === truth[row]) right[which] = at(right, which) + 1;
    }
  }
  return right.map((count) => count / truth.length);
}

/** Accuracy of softmax(x Wᵀ + b) on each data set, after each number of steps in `checkpoints`. */
function linearSoftmax(train: Examples, tests: readonly Examples[]): number[][] {
  const [N, D] = train.x.shape;
  const targets = tf.oneHot(train.y, classes); // (N, C)
  let W = tf.zeros([classes, D]) as tf.Tensor2D;
  let b = tf.zeros([classes]) as tf.Tensor1D;
  const accuracies: number[][] = [];
  for (let step = 1; step <= Math.max(...checkpoints); step += 1) {
    const next = tf.tidy(() => {
      const scores = train.x.matMul(W, false, true).add(b); // (N, C)
      const dScores = tf.softmax(scores).sub(targets).div(N);
      return {
        W: W.sub(dScores.matMul(train.x as tf.Tensor, true).mul(learningRate)) as tf.Tensor2D,
        b: b.sub(dScores.sum(0).mul(learningRate)) as tf.Tensor1D,
      };
    });
    tf.dispose([W, b]);
    ({ W, b } = next);
    if (checkpoints.includes(step))
      accuracies.push(tests.map(({ x, y }) => accuracyOf(x.matMul(W, false, true).add(b), y)));
  }
  return accuracies;
}

function accuracyOf(scores: tf.Tensor, y: tf.Tensor1D): number {
  return tf.tidy(() => scores.argMax(1).equal(y).mean().dataSync()[0] ?? NaN);
}

function sum(length: number, term: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < length; index += 1) total += term(index);
  return total;
}

function at(numbers: Numbers, index: number): number {
  return numbers[index] ?? NaN;
}

/**
 * Another split: the first 1,000 images of the source for training, its last 500 for testing. The source is ordered by
 * writer, so most writers of the test images are not in the training set.
 */
function cutInOrder(): TrainAndTest | undefined {
  const [train, test] = [readLines('train'), readLines('test')];
  if (train === undefined || test === undefined) return undefined;
  const lines = joinDigits({ train, test }).trimEnd().split('\n');
  return {
    train: toExamples(parseDigits(lines.slice(0, 1000)), brightest),
    test: toExamples(parseDigits(lines.slice(-500)), brightest),
  };
}

/** Rows of [method, accuracy on each test set]. */
function measure(train: Examples, tests: readonly Examples[]): [method: string, accuracies: readonly number[]][] {
  const neighbours = Object.entries(distances).flatMap(([name, distance]) => {
    const found = tests.map((test) => nearestNeighbours(train, test, distance));
    return ks.map((k, which): [string, number[]] => [
      `k-NN, k = ${k}, ${name}`,
      found.map((accuracies) => at(accuracies, which)),
    ]);
  });
  const found = linearSoftmax(train, tests);
  return [
    ...neighbours,
    ...checkpoints.map((steps, which): [string, number[]] => [`linear softmax, ${steps} steps`, found[which] ?? []]),
  ];
}

function report(seed: number): void {
  const { train, validation, test } = loadDigits({ seed });
  const inOrder = cutInOrder();
  const columns = [
    'validation (297)',
    ...(test === undefined ? [] : ['test (500)']),
    ...(inOrder === undefined ? [] : ['in order (500)']),
  ];
  const row = (...cells: string[]): void => console.log(`| ${cells.join(' | ')} |`);
  row('method', ...columns);
  row('---', ...columns.map(() => '---:'));
  const ordered = inOrder === undefined ? [] : measure(inOrder.train, [inOrder.test]);
  for (const [index, [method, accuracies]] of measure(
    train,
    test === undefined ? [validation] : [validation, test],
  ).entries()) {
    const all = [...accuracies, ...(ordered[index]?.[1] ?? [])];
    row(method, ...all.map((accuracy) => `${(100 * accuracy).toFixed(1)} %`));
  }
}

report(Number(process.argv[2] ?? 1));
