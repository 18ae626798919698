import type { PrintedNumber } from './numbers';

/**
 * Positions of an equation's numbers in a passage, in the same order; undefined if they don't occur.
 *
 * @param taken - positions used by other equations
 */
export function placesOf(
  wanted: readonly PrintedNumber[],
  passage: readonly PrintedNumber[],
  taken: ReadonlySet<PrintedNumber> = new Set(),
): readonly PrintedNumber[] | undefined {
  const places: PrintedNumber[] = [];
  for (const number of passage) {
    if (number.value === wanted[places.length]?.value && !taken.has(number)) places.push(number);
  }
  return places.length === wanted.length ? places : undefined;
}
