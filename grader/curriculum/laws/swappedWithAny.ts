import type { Violation } from '../../pipeline/checks/laws';
import { explainedBetter } from './explainedBetter';
import type { Order } from './shuffled';

/**
 * Refuses orders that are made by swapping each place with any of all places, from the first to the last or back.
 *
 * Note [Swapped with any]: such swaps have n^n equally likely outcomes for n! orders, which n^n is no multiple of. A place
 * comes to stand shortly before its own 1.36 times as often as elsewhere, and 0.74 times shortly behind. Of each order it
 * is uncovered step by step which sixteenth of the places the next one is from: the wrong way says that those left are as
 * likely as swaps carry them there. These chances add up to 1 at every step, which is all that Note [Explained better]
 * asks for. What the swaps make likelier is little: 0.0017 powers of ten a place, with a spread of 0.04 times the root of
 * the places. So it takes many: of 23 orders of 1,000 places the mean is 10^39, and 10^9 is missed once in a million.
 *
 * @param arrangements - the orders of all seeds, in each of the ways that they may have been cut from
 */
export function swappedWithAny(...arrangements: readonly (readonly Order[])[]): Violation | undefined {
  return explainedBetter(
    { en: 'swapping each place with any', zh: '把每个位置与任意位置交换' },
    arrangements.flatMap((orders) => [orders, orders.map(mirrored)]),
    logOddsOfSwaps,
  );
}

/** The same swaps from the last place to the first are those from the first to the last, seen from behind. */
function mirrored(order: Order): Order {
  return order.map((place) => order.length - 1 - place).toReversed();
}

const blocks = 16;

/** ln(P·n!) of which block each place of an order is from, if P is what swaps from the first place on make of it. */
export function logOddsOfSwaps(order: Order): number {
  const n = order.length;
  const blockOf = (place: number): number => Math.floor((place * blocks) / n);
  const left = new Array<number>(blocks).fill(0);
  for (const place of order) left[blockOf(place)] = (left[blockOf(place)] ?? 0) + 1;
  let sum = 0;
  let [to, all] = [-1, 0];
  for (const [index, place] of order.entries()) {
    const likelier = (from: number): number => swapsCarry()[from]?.[to] ?? NaN;
    if (blockOf(index) !== to) {
      to = blockOf(index);
      all = left.reduce((total, count, from) => total + count * likelier(from), 0);
    }
    const from = blockOf(place);
    sum += Math.log((likelier(from) * (n - index)) / all);
    all -= likelier(from);
    left[from] = (left[from] ?? 0) - 1;
  }
  return sum;
}

/** How many times likelier than in a shuffle swaps carry a place of one block into another. */
const swapsCarry = (): readonly (readonly number[])[] =>
  (carried ??= Array.from({ length: blocks }, (_, from) => carriedFrom(from)));
let carried: readonly (readonly number[])[] | undefined;

function carriedFrom(from: number): readonly number[] {
  const [size, n] = [8, 8 * blocks];
  const chances = Array.from({ length: n }, (_, place) => (Math.floor(place / size) === from ? 1 / size : 0));
  for (let step = 0; step < n; step += 1) {
    const here = chances[step] ?? 0;
    for (const [place, chance] of chances.entries()) chances[place] = chance * (1 - 1 / n) + here / n;
    // Whoever stands there is swapped with any place.
    chances[step] = 1 / n;
  }
  return Array.from({ length: blocks }, (_, to) => {
    const inBlock = chances.slice(to * size, (to + 1) * size);
    return blocks * inBlock.reduce((sum, chance) => sum + chance, 0);
  });
}
