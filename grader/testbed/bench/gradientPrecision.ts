/**
 * A gradient check of a correct softmax loss, with the usual step, in double precision and in standard tfjs: the reason
 * why the grader uses double precision.
 *
 *     node grader/testbed/bench/run.js gradientPrecision
 */
import { seededRandom } from '../../descent/seededRandom';
import { measurePrecision, type Precision, type Tfjs } from '../../precision/measurePrecision';
import { inBothPrecisions, type InBoth } from './shared/inBothPrecisions';

const [N, C, D] = [5, 3, 4];
const h = 1e-5;
const lambda = 0.1;
const seeds = Array.from({ length: 20 }, (_, seed) => seed);

interface Inputs {
  readonly W: number[]; // (C, D)
  readonly x: number[]; // (N, D)
  readonly targets: number[]; // (N, C) one-hot
}

interface GradientCheck {
  /** ‖a − n‖ / (‖a‖ + ‖n‖ + 1e-8) of the analytic and the numerical gradient */
  readonly relativeError: number;
  /** The largest |a − n| / (|a| + |n|) over elements. */
  readonly worstElement: number;
}

interface Measurement {
  readonly precision: Precision;
  readonly checks: GradientCheck[];
}

function drawInputs(seed: number): Inputs {
  const random = seededRandom(seed);
  const numbers = (length: number): number[] => Array.from({ length }, () => 2 * random() - 1);
  const targets = Array.from({ length: N }, () => Math.floor(C * random())).flatMap((y) =>
    Array.from({ length: C }, (_, j) => (j === y ? 1 : 0)),
  );
  return { W: numbers(C * D), x: numbers(N * D), targets };
}

/** Mean cross-entropy of softmax(x Wᵀ) + λΣW², and its gradient 1/N (p − targets)ᵀ x + 2λW. */
function softmaxLoss(tf: Tfjs, { W, x, targets }: Inputs): { loss: number; dW: number[] } {
  return tf.tidy(() => {
    const weights = tf.tensor2d(W, [C, D]);
    const data = tf.tensor2d(x, [N, D]);
    const oneHot = tf.tensor2d(targets, [N, C]);
    const scores = data.matMul(weights, false, true); // (N, C)
    const powers = scores.sub(scores.max(1, true)).exp();
    const probabilities = powers.div(powers.sum(1, true));
    const loss = probabilities.mul(oneHot).sum(1).log().mean().neg().add(weights.square().sum().mul(lambda));
    const dW = probabilities
      .sub(oneHot)
      .div(N)
      .matMul(data, true)
      .add(weights.mul(2 * lambda)); // (C, D)
    return { loss: loss.dataSync()[0] ?? NaN, dW: Array.from(dW.dataSync()) };
  });
}

function checkGradient(tf: Tfjs, inputs: Inputs): GradientCheck {
  const { dW: analytic } = softmaxLoss(tf, inputs);
  const lossAt = (index: number, shift: number): number => {
    return softmaxLoss(tf, { ...inputs, W: inputs.W.map((w, i) => (i === index ? w + shift : w)) }).loss;
  };
  const numerical = analytic.map((_, index) => (lossAt(index, h) - lossAt(index, -h)) / (2 * h));
  const differences = analytic.map((a, i) => a - (numerical[i] ?? NaN));
  return {
    relativeError: Math.hypot(...differences) / (Math.hypot(...analytic) + Math.hypot(...numerical) + 1e-8),
    worstElement: Math.max(
      ...differences.map((d, i) => Math.abs(d) / (Math.abs(analytic[i] ?? NaN) + Math.abs(numerical[i] ?? NaN))),
    ),
  };
}

function measure(tf: Tfjs): Measurement {
  return { precision: measurePrecision(tf), checks: seeds.map((seed) => checkGradient(tf, drawInputs(seed))) };
}

function report(results: InBoth<Measurement>): void {
  console.log(
    `Gradient check of a correct softmax loss: N = ${N}, C = ${C}, D = ${D}, λ = ${lambda}, h = ${h}, ${seeds.length} seeds\n`,
  );
  console.log(row('measured precision', 'relative error: smallest', 'median', 'largest', 'worst element'));
  for (const { precision, checks } of [results.float64, results.float32]) {
    const errors = checks.map(({ relativeError }) => relativeError).sort((a, b) => a - b);
    const worst = Math.max(...checks.map(({ worstElement }) => worstElement));
    const figures = [errors[0], errors[errors.length >> 1], errors.at(-1), worst].map((figure = NaN) =>
      figure.toExponential(1),
    );
    console.log(row(precision, ...figures));
  }
  console.log('\nA check passes below 1e-5, and is perfect below 1e-7.');
}

function row(first: string, ...others: string[]): string {
  return [first.padEnd(20), ...others.map((cell, column) => cell.padStart(column === 0 ? 24 : 15))].join('');
}

void inBothPrecisions(measure, report);
