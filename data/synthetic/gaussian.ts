/** Standard normal numbers from uniform ones, by the Box–Muller transform. */
export function gaussian(random: () => number): () => number {
  return () => {
    // 1 − u keeps the logarithm away from 0.
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    return radius * Math.cos(2 * Math.PI * random());
  };
}
