import type { StudentCase } from './StudentCase';

export const training: readonly StudentCase[] = [
  {
    what: 'batches of equal size',
    assignment: '08-training',
    exercise: 'miniBatches',
    score: 'lost',
    mistake: 'evened-out',
    source: `import { seededRandom } from 'descent';
export function miniBatches(n: number, batchSize: number, seed: number): number[][] {
  const next = seededRandom(seed), order = [...Array(n).keys()], batches: number[][] = [];
  for (let i = n - 1; i > 0; i--) { const j = Math.floor(next() * (i + 1)); [order[i], order[j]] = [order[j]!, order[i]!]; }
  const size = Math.ceil(n / Math.ceil(n / batchSize));
  for (let i = 0; i < n; i += size) batches.push(order.slice(i, i + size));
  return batches;
}`,
  },
  {
    what: 'gradients at the first weights',
    assignment: '08-training',
    exercise: 'trainMiniBatches',
    score: 'lost',
    mistake: 'gradients-at-the-first-weights',
    source: `import * as tf from '@tensorflow/tfjs';
import { seededRandom } from 'descent';
export function trainMiniBatches(x: any, y: any, o: any): any {
  const N = x.shape[0]; let W = o.initialW.clone(), state: any; const lossHistory: number[] = [];
  for (let e = 0; e < o.epochs; e++) {
    const r = seededRandom(o.seed * 31 + e), idx = [...Array(N).keys()];
    for (let i = N - 1; i > 0; i--) { const j = Math.floor(r() * (i + 1)); [idx[i], idx[j]] = [idx[j]!, idx[i]!]; }
    const start = W.clone();
    for (let i = 0; i < N; i += o.batchSize) {
      const t = tf.tensor1d(idx.slice(i, i + o.batchSize), 'int32'), xb = x.gather(t), yb = y.gather(t);
      const g = o.loss(start, xb, yb, o.lambda), s = o.step(W, g.dW, state);
      tf.dispose([t, xb, yb, g, W, state]); W = s.w; state = s.state;
    }
    start.dispose();
    const all = o.loss(W, x, y, o.lambda); lossHistory.push(all.loss.dataSync()[0]); tf.dispose(all);
  }
  tf.dispose(state);
  return { W, lossHistory };
}`,
  },
  {
    what: 'misnamed last nan kept',
    assignment: '08-training',
    exercise: 'randomSearch',
    score: 'lost',
    mistake: 'zero-and-nan-taken-for-nothing',
    source: `import * as tf from '@tensorflow/tfjs';
export function randomSearch(loss: any, sample: any, tries: number): any {
  let best: any, low: any;
  for (let i = 0; i < tries; i++) {
    const W = sample(), l = loss(W);
    if (!low || l < low) { best?.dispose(); best = W; low = l; } else W.dispose();
  }
  return { W: best, loss: low };
}`,
  },
  {
    what: 'batches drawn with replacement',
    assignment: '08-training',
    exercise: 'trainMiniBatches',
    score: 'lost',
    mistake: 'with-replacement',
    source: `import * as tf from '@tensorflow/tfjs';
import { seededRandom } from 'descent';
export function trainMiniBatches(x: any, y: any, o: any): any {
  const N = x.shape[0]; let W = o.initialW.clone(), state: any; const lossHistory: number[] = [];
  for (let e = 0; e < o.epochs; e++) {
    const r = seededRandom(o.seed * 77 + e);
    for (let k = 0; k < Math.ceil(N / o.batchSize); k++) {
      const ids = Array.from({ length: Math.min(o.batchSize, N) }, () => Math.floor(r() * N));
      const t = tf.tensor1d(ids, 'int32'), xb = x.gather(t), yb = y.gather(t), g = o.loss(W, xb, yb, o.lambda), s = o.step(W, g.dW, state);
      tf.dispose([t, xb, yb, g, W, state]); W = s.w; state = s.state;
    }
    const all = o.loss(W, x, y, o.lambda); lossHistory.push(all.loss.dataSync()[0]); tf.dispose(all);
  }
  tf.dispose(state);
  return { W, lossHistory };
}`,
  },
];
