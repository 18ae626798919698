import type { Examples } from '../examples/examples';
import { seededRandom } from 'descent';
import { gaussian } from './gaussian';
import { requireCount, shuffledExamples, type Point } from './points';

export interface SpiralsOptions {
  /** Seed of noise and order; 1 by default. */
  readonly seed?: number;
  /** Number of arms, one per class; 3 by default. */
  readonly classes?: number;
  /** Points per arm; 100 by default. */
  readonly perClass?: number;
  /** Turns of an arm; 0.75 by default. */
  readonly turns?: number;
  /** Standard deviation of the angle, in radians; 0.2 by default. */
  readonly noise?: number;
}

/**
 * Intertwined spiral arms that start at the center: not linearly separable, but a small network can separate them.
 *
 * Formula: point i of arm c has radius r = (i + 1) / perClass and angle 2π (c / classes + turns · r) + noise · normal.
 *
 * @returns x (classes · perClass, 2) float in the unit disc, y the arm; the caller disposes them
 * @throws RangeError if a count is not a positive integer
 */
export function spirals({
  seed = 1,
  classes = 3,
  perClass = 100,
  turns = 0.75,
  noise = 0.2,
}: SpiralsOptions = {}): Examples {
  requireCount('classes', classes);
  requireCount('perClass', perClass);
  const normal = gaussian(seededRandom(seed));
  const points = Array.from({ length: classes * perClass }, (_, index): Point => {
    const label = Math.floor(index / perClass);
    const radius = ((index % perClass) + 1) / perClass;
    const angle = 2 * Math.PI * (label / classes + turns * radius) + noise * normal();
    return { x1: radius * Math.cos(angle), x2: radius * Math.sin(angle), label };
  });
  return shuffledExamples(points, seed);
}
