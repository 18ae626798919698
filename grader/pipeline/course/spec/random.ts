import { seededRandom } from '../../../descent';
import { sizeOf, TensorValue } from '../../../execution/values';

/** The random numbers of one case. The same seed gives the same numbers. */
export class Random {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  /** A number, uniform in [low, high). */
  number(low: number, high: number): number {
    return low + (high - low) * this.#next();
  }

  /** An integer, uniform in low..high, inclusive. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.#next() * (high - low + 1));
  }

  /** A float tensor of normal numbers. */
  normal(shape: readonly number[], { mean = 0, scale = 1 } = {}): TensorValue {
    return this.#tensor(shape, () => mean + scale * this.#standardNormal());
  }

  /** A float tensor of numbers uniform in [low, high). */
  uniform(shape: readonly number[], low: number, high: number): TensorValue {
    return this.#tensor(shape, () => this.number(low, high));
  }

  /** `(count,)` int32 class labels in 0..classes−1. */
  labels(count: number, classes: number): TensorValue {
    const values = Float64Array.from({ length: count }, () => this.integer(0, classes - 1));
    return new TensorValue([count], 'int32', values);
  }

  /** New numbers with the same equalities and order as the given ones. Non-finite ones are kept. */
  alike(numbers: readonly number[], low: number, high: number): number[] {
    const known = [...new Set(numbers.filter(Number.isFinite))].toSorted((a, b) => a - b);
    const drawn = known.map(() => this.number(low, high)).toSorted((a, b) => a - b);
    return numbers.map((number) => drawn[known.indexOf(number)] ?? number);
  }

  #tensor(shape: readonly number[], draw: () => number): TensorValue {
    return new TensorValue(shape, 'float32', Float64Array.from({ length: sizeOf(shape) }, draw));
  }

  // The Box–Muller transform; 1 − u keeps the logarithm away from 0.
  #standardNormal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.#next()));
    return radius * Math.cos(2 * Math.PI * this.#next());
  }
}
