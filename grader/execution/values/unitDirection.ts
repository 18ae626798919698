import { seededRandom } from '../../descent';

/**
 * A random direction, uniform on the unit sphere, identical on every machine.
 *
 * @param seed - any integer
 * @param size - number of elements
 */
export function unitDirection(seed: number, size: number): Float64Array {
  const random = seededRandom(seed);
  // The Box–Muller transform gives normal numbers, whose joint direction is uniform.
  const direction = new Float64Array(size);
  let squares = 0;
  // Plain loops: for a gradient of tens of thousands of elements this is most of the comparison's cost.
  for (let index = 0; index < size; index += 1) {
    const value = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    direction[index] = value;
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  for (let index = 0; index < size; index += 1) direction[index] = (direction[index] ?? 0) / length;
  return direction;
}
