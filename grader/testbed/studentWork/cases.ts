/** What students wrote, and what is due for it. */
export interface StudentCase {
  readonly what: string;
  readonly assignment: string;
  readonly exercise: string;
  /** Points; `lost` for fewer than all. */
  readonly score: number | 'lost';
  /** The mistake that is named; undefined for none. */
  readonly mistake: string | undefined;
  readonly source: string;
}

export const studentCases: readonly StudentCase[] = [
  {
    what: 'class instance result',
    assignment: '06-optimizers',
    exercise: 'momentumStep',
    score: 10,
    mistake: undefined,
    source: `import * as tf from '@tensorflow/tfjs';
import type { Tensor } from '@tensorflow/tfjs';
import type { MomentumResult } from 'descent';
class Momentum implements MomentumResult { constructor(readonly w: Tensor, readonly v: Tensor) {} }
export function momentumStep(w: Tensor, dw: Tensor, v: Tensor, { learningRate, rho }: { learningRate: number; rho: number }): MomentumResult {
  const next = tf.tidy(() => v.mul(rho).sub(dw.mul(learningRate)));
  return new Momentum(w.add(next), next);
}`,
  },
  {
    what: 'engine scope forbidden',
    assignment: '03-losses',
    exercise: 'softmax',
    score: 0,
    mistake: undefined,
    source: `import * as tf from '@tensorflow/tfjs';
export function softmax(scores: tf.Tensor2D): tf.Tensor2D {
  tf.engine().startScope();
  const e = scores.sub(scores.max(1, true)).exp();
  const p = tf.keep(e.div<tf.Tensor2D>(e.sum(1, true)));
  tf.engine().endScope();
  return p;
}`,
  },
  {
    what: 'sorted as text',
    assignment: '01-nearest-neighbors',
    exercise: 'predictLabels',
    score: 'lost',
    mistake: 'sorted-as-text + first-of-equal-distances',
    source: `import * as tf from '@tensorflow/tfjs';
export function predictLabels(distances: tf.Tensor2D, labels: tf.Tensor1D, k: number): tf.Tensor1D {
  const y = labels.arraySync();
  const rows = distances.arraySync().map((row) => {
    const near = [...row].sort().slice(0, k).map((d) => y[row.indexOf(d)]!);
    const count = (l: number) => near.filter((o) => o === l).length;
    return [...new Set(near)].sort((p, q) => count(q) - count(p) || p - q)[0]!;
  });
  return tf.tensor1d(rows, 'int32');
}`,
  },
  {
    what: 'falsy zero',
    assignment: '07-schedules',
    exercise: 'gridSearch',
    score: 'lost',
    mistake: 'zero-taken-for-nothing',
    source: `import * as tf from '@tensorflow/tfjs';
export function gridSearch<T>(candidates: T[], evaluate: (c: T) => number): { best: T; score: number } {
  let best = candidates[0]!, score = evaluate(best);
  for (const c of candidates.slice(1)) {
    const s = evaluate(c);
    if ((!score && !Number.isNaN(s)) || s < score) { best = c; score = s; }
  }
  return { best, score };
}`,
  },
  {
    what: 'falsy candidate',
    assignment: '07-schedules',
    exercise: 'gridSearch',
    score: 'lost',
    mistake: 'zero-candidate-taken-for-nothing',
    source: `export function gridSearch<T>(candidates: T[], evaluate: (c: T) => number): { best: T; score: number } {
  let best: any, score = NaN;
  for (const c of candidates) {
    const s = evaluate(c);
    if (!best || s < score || (Number.isNaN(score) && !Number.isNaN(s))) { best = c; score = s; }
  }
  return { best, score };
}`,
  },
  {
    what: 'a rate beyond all bounds at the start',
    assignment: '07-schedules',
    exercise: 'inverseSqrtDecay',
    score: 'lost',
    mistake: 'wrong-where-zero',
    source: `export function inverseSqrtDecay(lr0: number, t: number): number {
  return lr0 / Math.sqrt(t || 1e-8);
}`,
  },
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
    what: 'tied labels as text',
    assignment: '01-nearest-neighbors',
    exercise: 'predictLabels',
    score: 'lost',
    mistake: 'tie-decided-as-text',
    source: `import * as tf from '@tensorflow/tfjs';
export function predictLabels(distances: tf.Tensor2D, labels: tf.Tensor1D, k: number): tf.Tensor1D {
  const known = labels.arraySync();
  const predicted = distances.arraySync().map((row) => {
    const near = row.map((d, j) => ({ d, label: known[j]! })).sort((p, q) => p.d - q.d).slice(0, k);
    const votes: Record<string, number> = {};
    for (const { label } of near) votes[label] = (votes[label] ?? 0) + 1;
    const most = Math.max(...Object.values(votes));
    return Number(Object.keys(votes).filter((label) => votes[label] === most).sort()[0]);
  });
  return tf.tensor1d(predicted, 'int32');
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
    what: 'carried without a call',
    assignment: '06-optimizers',
    exercise: 'adamStep',
    score: 'lost',
    mistake: 'power-one-behind',
    source: `import * as tf from '@tensorflow/tfjs';
export function biasCorrection(m: tf.Tensor, beta: number, t: number): tf.Tensor { return m.div(1 - beta ** (t - 1)); }
export function adamStep(w: any, g: any, s: any, o: any): any {
  return tf.tidy(() => {
    const t = s.t + 1, m = s.m.mul(o.beta1).add(g.mul(1 - o.beta1)), v = s.v.mul(o.beta2).add(g.square().mul(1 - o.beta2));
    return { w: w.sub(m.div(1 - o.beta1 ** (t - 1)).mul(o.learningRate).div(v.div(1 - o.beta2 ** (t - 1)).sqrt().add(o.epsilon))), state: { m, v, t } };
  });
}`,
  },
  {
    what: 'undefined field',
    assignment: '07-schedules',
    exercise: 'gridSearch',
    score: 'lost',
    mistake: 'nan-spoils-the-minimum',
    source: `import * as tf from '@tensorflow/tfjs';
export function gridSearch<T>(candidates: T[], evaluate: (c: T) => number): { best: T; score: number } {
  const scores = candidates.map(evaluate), score = Math.min(...scores);
  return { best: candidates[scores.indexOf(score)]!, score };
}`,
  },
  {
    what: 'public green hidden red',
    assignment: '07-schedules',
    exercise: 'rangeTestRates',
    score: 'lost',
    mistake: 'last-lost-to-rounding',
    source: `import * as tf from '@tensorflow/tfjs';
export function rangeTestRates(lrMin: number, lrMax: number, steps: number): number[] {
  const out: number[] = [];
  for (let r = lrMin; r <= lrMax; r *= (lrMax / lrMin) ** (1 / (steps - 1))) out.push(r);
  return out;
}`,
  },
  {
    what: 'cs231n rel error',
    assignment: '05-gradients',
    exercise: 'relativeError',
    score: 'lost',
    mistake: 'largest-of-the-elements-floored-errors',
    source: `import * as tf from '@tensorflow/tfjs';
export function relativeError(a: tf.Tensor, b: tf.Tensor): number {
  const x = a.dataSync(), y = b.dataSync();
  let worst = 0;
  for (let i = 0; i < x.length; i++) worst = Math.max(worst, Math.abs(x[i]! - y[i]!) / Math.max(1e-8, Math.abs(x[i]!) + Math.abs(y[i]!)));
  return worst;
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
  {
    what: 'cast that repairs nothing',
    assignment: '02-linear-classifier',
    exercise: 'classTemplates',
    score: 'lost',
    mistake: 'rounded-down',
    source: `import * as tf from '@tensorflow/tfjs';
export function classTemplates(W: tf.Tensor2D, shape: [number, number, number]): tf.Tensor {
  return tf.tidy(() => {
    const low = W.min(1, true), range = W.max(1, true).sub(low);
    return tf.divNoNan(W.sub(low), range).mul(255).toInt().reshape([-1, ...shape]);
  });
}`,
  },
  {
    what: 'int32 gradient',
    assignment: '04-regularization',
    exercise: 'totalVariation',
    score: 10,
    mistake: undefined,
    source: `import * as tf from '@tensorflow/tfjs';
export function totalVariation(I: any): any {
  return tf.tidy(() => {
    const [H, W] = I.shape, sign = (a: any, b: any) => a.greater(b).toInt().sub(a.less(b).toInt());
    const a = I.slice([0, 0], [H - 1, W]), b = I.slice([1, 0], [H - 1, W]), c = I.slice([0, 0], [H, W - 1]), d = I.slice([0, 1], [H, W - 1]);
    const v = sign(a, b), h = sign(c, d);
    const dImage = v.pad([[0, 1], [0, 0]]).sub(v.pad([[1, 0], [0, 0]])).add(h.pad([[0, 0], [0, 1]])).sub(h.pad([[0, 0], [1, 0]]));
    return { penalty: a.sub(b).abs().sum().add(c.sub(d).abs().sum()), dImage };
  });
}`,
  },
  {
    what: 'log of a floored probability',
    assignment: '03-losses',
    exercise: 'crossEntropy',
    score: 'lost',
    mistake: 'log-plus-a-constant',
    source: `import * as tf from '@tensorflow/tfjs';
export function crossEntropy(scores: tf.Tensor2D, y: tf.Tensor1D): any {
  return tf.tidy(() => {
    const e = scores.sub(scores.max(1, true)).exp(), p = e.div(e.sum(1, true)), Y = tf.oneHot(y, scores.shape[1]);
    return { loss: p.mul(Y).sum(1).add(1e-14).log().mean().neg(), dScores: p.sub(Y).div(scores.shape[0]) };
  });
}`,
  },
  {
    what: 'slope times h',
    assignment: '05-gradients',
    exercise: 'numericalGradient',
    score: 'lost',
    mistake: 'times-half-h',
    source: `import * as tf from '@tensorflow/tfjs';
export function numericalGradient(f: (x: tf.Tensor) => number, x: tf.Tensor, h = 1e-5): tf.Tensor {
  const at = (i: number, by: number) => tf.tidy(() => f(tf.tensor(Array.from(x.dataSync(), (v, j) => (i === j ? v + by : v)), x.shape)));
  return tf.tensor(Array.from({ length: x.size }, (_, i) => (at(i, h) - at(i, -h)) / 2 * h), x.shape);
}`,
  },
  {
    what: 'momentum of the other course',
    assignment: '06-optimizers',
    exercise: 'momentumStep',
    score: 'lost',
    mistake: 'running-mean',
    source: `import * as tf from '@tensorflow/tfjs';
export function momentumStep(w: any, dw: any, v: any, { learningRate, rho }: any): any {
  return tf.tidy(() => { const n = v.mul(rho).add(dw.mul(1 - rho)); return { w: w.sub(n.mul(learningRate)), v: n }; });
}`,
  },
];
