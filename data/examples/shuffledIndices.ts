import { seededRandom } from 'descent';

/**
 * The numbers 0..n−1 in a pseudorandom order, the same for the same seed on every machine.
 *
 * @see the Fisher–Yates shuffle, in Durstenfeld's form
 */
export function shuffledIndices(n: number, seed: number): number[] {
  const random = seededRandom(seed);
  const order = [...Array(n).keys()];
  for (let last = n - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen] ?? chosen, order[last] ?? last];
  }
  return order;
}
