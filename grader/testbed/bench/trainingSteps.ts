/**
 * Training steps per second on each available backend, as a Markdown table. Batches of 256 images of 32×32×3 numbers.
 *
 *     node grader/testbed/bench/run.js trainingSteps [SECONDS]
 */
import { spawnSync } from 'node:child_process';
import type { Scalar, Tensor, Tensor2D, Tensor4D, Variable } from '@tensorflow/tfjs';
import { loadBackend } from '../../student/backends';
import { installedPackages } from '../../student/backends/packageLoader';
import type { Tfjs } from '../../precision/measurePrecision';

const [batch, pixels, classes, hidden, filters] = [256, 3072, 10, 256, 16];
const learningRate = 0.01;

/** Steps per second, or the reason why there are none. */
type Speed = number | string;
type Step = () => void;

/** Functions that run one step of each model. */
const models: Readonly<Record<string, (tf: Tfjs) => Step>> = {
  'softmax 3072→10, gradient by hand': softmaxByHand,
  'MLP 3072→256→10': (tf) => {
    const [W1, W2] = [weights(tf, [pixels, hidden]), weights(tf, [hidden, classes])];
    return byAutodiff(tf, (x) => tf.matMul<Tensor2D>(tf.matMul<Tensor2D>(x, W1).relu(), W2));
  },
  'convolution 3×3, 16 filters, pooled, →10': (tf) => {
    const [filter, W] = [weights(tf, [3, 3, 3, filters]), weights(tf, [16 * 16 * filters, classes])];
    return byAutodiff(tf, (x) => {
      const convolved = tf
        .conv2d(x.reshape<Tensor4D>([batch, 32, 32, 3]), filter as unknown as Tensor4D, 1, 'same')
        .relu<Tensor4D>();
      return tf.matMul<Tensor2D>(tf.maxPool(convolved, 2, 2, 'valid').reshape<Tensor2D>([batch, -1]), W);
    });
  },
};

/** Softmax loss and its gradient as in assignment 03, and SGD as in 06. */
function softmaxByHand(tf: Tfjs): Step {
  const { x, truth } = data(tf);
  let W = tf.randomNormal([classes, pixels], 0, 0.01, 'float32', 1) as Tensor2D;
  return () => {
    const next = tf.tidy(() => {
      const scores = tf.matMul(x, W, false, true);
      const exponentials = scores.sub(scores.max(1, true)).exp();
      const dScores = exponentials.div(exponentials.sum(1, true)).sub(truth).div<Tensor2D>(batch);
      return W.sub<Tensor2D>(tf.matMul(dScores, x, true).mul(learningRate));
    });
    W.dispose();
    W = next;
    read(W);
  };
}

function byAutodiff(tf: Tfjs, scoresOf: (x: Tensor2D) => Tensor2D): Step {
  const { x, truth } = data(tf);
  const optimizer = tf.train.sgd(learningRate);
  return () => {
    const loss = optimizer.minimize(() => tf.losses.softmaxCrossEntropy(truth, scoresOf(x)) as Scalar, true);
    if (loss !== null) read(loss);
    loss?.dispose();
  };
}

function data(tf: Tfjs): { readonly x: Tensor2D; readonly truth: Tensor2D } {
  const y = tf.tensor1d(
    Array.from({ length: batch }, (_, index) => index % classes),
    'int32',
  );
  return {
    x: tf.randomUniform([batch, pixels], 0, 1, 'float32', 1) as Tensor2D,
    truth: tf.oneHot(y, classes) as Tensor2D,
  };
}

function weights(tf: Tfjs, shape: number[]): Variable & Tensor2D {
  return tf.variable(tf.randomNormal(shape, 0, 0.05, 'float32', 2)) as Variable & Tensor2D;
}

// Reading forces a backend that computes lazily.
function read(tensor: Tensor): void {
  tensor.dataSync();
}

/** Uses the fastest step, by the smaller of wall and CPU time, to reduce the influence of other programs. */
function stepsPerSecond(step: Step, seconds: number): number {
  let fastest = Infinity;
  const begin = performance.now();
  for (let steps = 0; steps < 3 || performance.now() - begin < 1000 * seconds; steps += 1) {
    const [clock, processor] = [performance.now(), process.cpuUsage()];
    step();
    const { user, system } = process.cpuUsage(processor);
    fastest = Math.min(fastest, performance.now() - clock, (user + system) / 1000);
  }
  return 1000 / fastest;
}

async function load(backend: string): Promise<Tfjs> {
  if (backend !== asShipped) return (await loadBackend({ environment: { DESCENT_BACKEND: backend } })).tf;
  const tf = installedPackages('@tensorflow/tfjs') as Tfjs;
  installedPackages('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend('wasm');
  return tf;
}

const asShipped = 'wasm, as shipped';

async function measure(backend: string, seconds: number): Promise<void> {
  const tf = await load(backend);
  const speeds = Object.values(models).map((model): Speed => {
    try {
      return stepsPerSecond(model(tf), seconds);
    } catch (error) {
      return /Kernel '(\w+)' not registered/.exec((error as Error).message)?.[1]?.replace(/^/, 'no ') ?? 'fails';
    }
  });
  console.log(JSON.stringify(speeds));
}

/** Measures each backend in its own process. */
function report(seconds: number): void {
  const row = (...cells: readonly string[]): void => console.log(`| ${cells.join(' | ')} |`);
  console.log(`Steps per second, Node ${process.version}\n`);
  row('backend', ...Object.keys(models));
  row('---', ...Object.keys(models).map(() => '---:'));
  for (const backend of ['cpu', asShipped, 'wasm', 'tensorflow']) {
    const args = [...process.execArgv, process.argv[1] ?? '', String(seconds), backend];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status === 0) {
      const speeds = JSON.parse(stdout) as Speed[];
      row(backend, ...speeds.map((speed) => (typeof speed === 'string' ? speed : speed.toPrecision(3))));
    } else console.error(`${backend}: ${/^.*Error: (.*)$/m.exec(stderr)?.[1] ?? stderr}`);
  }
}

const seconds = Number(process.argv[2] ?? 3) || 3;
const [, , , backend] = process.argv;
if (backend === undefined) report(seconds);
else {
  measure(backend, seconds).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
