import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';

/**
 * A pseudo-random number generator that gives the same numbers for the same seed, on every machine.
 *
 * Similar seeds, such as 1, 2, 3, give unrelated numbers: the generator spreads a seed over its whole state.
 *
 * @param seed - any integer
 * @returns a function; each call gives the next number, uniform in [0, 1)
 * @see Matsumoto and Nishimura, Mersenne Twister (MT19937)
 */
export function seededRandom(seed: number): () => number {
  const generator = mersenne(seed | 0);
  return () => uniformFloat64(generator);
}
