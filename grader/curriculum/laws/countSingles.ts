/** Counts the numbers that occur exactly once, in linear time. */
export function countSingles(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts.values()].filter((count) => count === 1).length;
}
