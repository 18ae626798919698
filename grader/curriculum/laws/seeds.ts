import type { Violation } from '../../pipeline/checks/laws';
import type { Words } from '../../pipeline/types';

/** What stands for 0 where a seed of 0 is taken for none. */
const insteadOfZero = [1, 2, 3, 7, 42, 100, 123, 1234, 12345];

/** Of so many places nine shuffles are one that is given in less than one of a billion submissions: 9/14! = 1e-10. */
const manyPlaces = 14;

/** As many of them as leave half of the seeds to chance. */
const replacements = (seeds: number): readonly number[] => insteadOfZero.slice(0, Math.floor((seeds - 1) / 2));

/** Seeds, all different: 0 and what often stands for it, and others that no one can foresee. */
export function differentSeeds(count: number, random: () => number): readonly number[] {
  const seeds = new Set([0, ...replacements(count)]);
  while (seeds.size < count) seeds.add(Math.floor(random() * 1001));
  return [...seeds];
}

/**
 * Refuses a seed 0 that gives what 1, 42 or another of those gives, as `seed || 1` does.
 *
 * @param bySeed - the order of n places that each of `differentSeeds` gives, as texts that are equal where it is
 */
export function zeroIsReplaced(bySeed: readonly string[], n: number): Violation | undefined {
  // By chance, fewer places come into one order twice.
  if (n < manyPlaces) return undefined;
  const [ofZero, ...others] = bySeed;
  const replaced = replacements(bySeed.length);
  const index = others.slice(0, replaced.length).findIndex((other) => other === ofZero);
  const seed = replaced[index];
  if (seed === undefined) return undefined;
  const where = {
    en: `orders that seed 0 shares with seed ${seed}`,
    zh: `种子 0 与种子 ${seed} 相同的顺序个数`,
  };
  return { where, expected: 0, got: 1 };
}

export const ordersAmongSeeds: Words = { en: 'orders among different seeds', zh: '不同的种子给出的不同顺序的个数' };
