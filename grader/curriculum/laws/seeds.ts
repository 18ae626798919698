import type { Words } from '../../pipeline/types';

/** Seeds that no one can foresee, all different. */
export function differentSeeds(count: number, random: () => number): readonly number[] {
  const seeds = new Set<number>();
  while (seeds.size < count) seeds.add(Math.floor(random() * 1001));
  return [...seeds];
}

export const ordersAmongSeeds: Words = { en: 'orders among different seeds', zh: '不同的种子给出的不同顺序的个数' };
