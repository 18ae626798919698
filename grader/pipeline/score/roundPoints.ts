/** Points to hundredths, as gradebooks keep them. */
export function roundPoints(points: number): number {
  return Math.round(points * 100) / 100;
}
