import type { StudentCase } from './StudentCase';

export const nearestNeighbors: readonly StudentCase[] = [
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
    const highest = Math.max(...Object.values(votes));
    return Number(Object.keys(votes).filter((label) => votes[label] === highest).sort()[0]);
  });
  return tf.tensor1d(predicted, 'int32');
}`,
  },
];
