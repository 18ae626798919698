import type { PrintedNumber } from './numbers';

/**
 * Where the numbers of an equation stand in a passage, in the same order; undefined where they don't.
 *
 * @param taken - places that stand for other equations
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
