import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { grid, list } from './plain';

/** Random inputs with all 53 bits of a double, so that rounding any of them to single precision is detected. */
export interface RandomNumbers {
  /** Uniform in [low, high); [−2, 2) by default, as in the others. */
  number(low?: number, high?: number): number;
  vector(length: number, low?: number, high?: number): number[];
  matrix(rows: number, columns: number, low?: number, high?: number): number[][];
}

/** The same numbers for the same seed. */
export function randomNumbers(seed: number): RandomNumbers {
  const generator = xoroshiro128plus(seed);
  const number = (low = -2, high = 2): number => low + (high - low) * uniformFloat64(generator);
  return {
    number,
    vector: (length, low, high) => list(length, () => number(low, high)),
    matrix: (rows, columns, low, high) => grid(rows, columns, () => number(low, high)),
  };
}
