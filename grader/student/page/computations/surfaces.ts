export type SurfaceId = 'bowl' | 'valley' | 'saddle' | 'rosenbrock' | 'noisy';

/** A function of two weights, with its gradient. */
export interface Surface {
  readonly height: (x: number, y: number) => number;
  readonly gradient: (x: number, y: number) => readonly [number, number];
  /** Its minimum; undefined if it has none. */
  readonly lowest: readonly [number, number] | undefined;
  /** The drawn part. */
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** @param kappa - condition number: curvatures 1 across and κ upwards */
export function surfaceOf(id: SurfaceId, kappa: number): Surface {
  switch (id) {
    case 'bowl':
      return quadratic(1, 1);
    case 'valley':
    case 'noisy':
      return quadratic(1, kappa);
    case 'saddle':
      // Downhill along y, slowly at first, with walls on both sides.
      return {
        height: (x, y) => 0.5 * x * x - 0.5 * y * y + 0.125 * y ** 4,
        gradient: (x, y) => [x, -y + 0.5 * y ** 3],
        lowest: [0, Math.SQRT2],
        x: [-2.5, 2.5],
        y: [-2, 2],
      };
    case 'rosenbrock':
      return {
        height: (x, y) => (1 - x) ** 2 + 10 * (y - x * x) ** 2,
        gradient: (x, y) => [-2 * (1 - x) - 40 * x * (y - x * x), 20 * (y - x * x)],
        lowest: [1, 1],
        x: [-2, 2],
        y: [-1, 3],
      };
  }
}

function quadratic(a: number, b: number): Surface {
  return {
    height: (x, y) => 0.5 * (a * x * x + b * y * y),
    gradient: (x, y) => [a * x, b * y],
    lowest: [0, 0],
    x: [-2.5, 2.5],
    y: [-2, 2],
  };
}

/** Two numbers of fixed noise, mean 0 and standard deviation 1, for a step: the same for each optimizer. */
export function noiseAt(step: number): readonly [number, number] {
  const [a, b] = [fraction(step * 2 + 1), fraction(step * 2 + 2)];
  const radius = Math.sqrt(-2 * Math.log(1 - a));
  return [radius * Math.cos(2 * Math.PI * b), radius * Math.sin(2 * Math.PI * b)];
}

// An integer hash; it only needs to look random.
function fraction(index: number): number {
  let bits = Math.imul(index ^ (index >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}
