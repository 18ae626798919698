import { seededRandom } from '../descent/seededRandom';

/**
 * A random direction, uniform on the unit sphere, the same wherever it is computed.
 *
 * @param seed - any integer
 * @param size - number of elements
 */
export function unitDirection(seed: number, size: number): Float64Array {
  const random = seededRandom(seed);
  // Box and Muller's transform gives normal numbers, whose direction has no preference.
  const direction = Float64Array.from({ length: size }, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
  const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
  return direction.map((value) => value / length);
}
