/** Rounds points to hundredths, as gradebooks do. */
export function roundPoints(points: number): number {
  return Math.round(points * 100) / 100;
}
