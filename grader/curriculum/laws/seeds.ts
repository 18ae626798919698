import type { Words } from '../../pipeline/types';
import type { ValueRecord } from '../../execution/values';

/** The same inputs with each of the seeds 0 to 9. */
export function tenSeeds(inputs: ValueRecord): readonly ValueRecord[] {
  return Array.from({ length: 10 }, (_, seed) => ({ ...inputs, seed }));
}

export const ordersAmongSeeds: Words = { en: 'orders among the seeds 0 to 9', zh: '种子 0 到 9 给出的不同顺序的个数' };
