import { type Inputs, type Random, type TensorValue, tensor } from 'descent/author';

/** N examples and C classes, with moderate scores. */
export const drawn = (random: Random, [n, c]: readonly [n: number, c: number]): Inputs => ({
  scores: random.normal([n, c], { scale: 2 }),
  y: random.labels(n, c),
});

export const highScores = tensor([
  [1000, 1001, 1002],
  [1001, 1000, 1000],
]);
export const lowScores = tensor([[-1000, -1001, -1002]]);
export const extremeScores = tensor([
  [1e4, -1e4, 0],
  [-1e4, -1e4, -1e4],
  [1e4, 9999, 9998],
]);
/** Rows of high, low and mixed scores. */
export function drawnExtremes(random: Random): TensorValue {
  const row = (low: number, high: number): number[] => [1, 2, 3, 4].map(() => random.number(low, high));
  return tensor([row(5e3, 1e4), row(-1e4, -5e3), row(-1e4, 1e4)]);
}

/** Ids of the cases with such scores. */
export const extreme = ['high-scores', 'low-scores', 'extreme-scores', 'random-extremes'];
