import type { Law, Violation } from '../../pipeline/checks/laws';

/** Common replacements when a seed of 0 is treated as missing. */
const insteadOfZero = [1, 2, 3, 7, 42, 100, 123, 1234, 12345];

/**
 * With this many indices, nine shuffles contain a given one in less than one of a billion submissions: 9/14! = 1e-10.
 */
const manyPlaces = 14;

/** How many of them to use, leaving half of the seeds random. */
const replacements = (seeds: number): readonly number[] => insteadOfZero.slice(0, Math.floor((seeds - 1) / 2));

/** Distinct seeds: 0, its common replacements, and unpredictable ones. */
export function differentSeeds(count: number, random: () => number): readonly number[] {
  const seeds = new Set([0, ...replacements(count)]);
  while (seeds.size < count) seeds.add(Math.floor(random() * 1001));
  return [...seeds];
}

/** Companions with this many different seeds. */
export function withDifferentSeeds(count: number): Law['companions'] {
  return (inputs, _parameters, random) => differentSeeds(count, random).map((seed) => ({ ...inputs, seed }));
}

/** Rejects orders, as comparable strings, that are the same for all seeds. */
export function neverChanges(bySeed: readonly string[]): Violation | undefined {
  const different = new Set(bySeed).size;
  const where = { en: 'orders among different seeds', zh: '不同的种子给出的不同顺序的个数' };
  return different < 2 ? { where, expected: 2, got: different } : undefined;
}

/**
 * Rejects a seed 0 that gives the same as 1, 42 or another of those, as with `seed || 1`.
 *
 * @param bySeed - the order of n indices for each of `differentSeeds`, as comparable strings
 */
export function zeroIsReplaced(bySeed: readonly string[], n: number): Violation | undefined {
  // With fewer indices, equal orders occur by chance.
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
