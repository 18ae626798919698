import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/**
 * A generator of numbers that look random and are the same for the same seed, on every machine.
 *
 * @param seed - any integer
 * @returns a function; each call gives the next number, uniform in [0, 1)
 * @see Blackman and Vigna, xoroshiro128+
 */
export function seededRandom(seed: number): () => number {
  const generator = xoroshiro128plus(seed | 0);
  return () => uniformFloat64(generator);
}
