import type { Examples } from '../examples/examples';
import { seededRandom } from 'descent';
import { gaussian } from './gaussian';
import { requireCount, shuffledExamples, type Point } from './points';

export interface SpiralsOptions {
  /** Seed of noise and order; 1 unless given. */
  readonly seed?: number;
  /** Arms, one a class; 3 unless given. */
  readonly classes?: number;
  /** Points of an arm; 100 unless given. */
  readonly perClass?: number;
  /** How far an arm turns, in whole turns; 0.75 unless given. */
  readonly turns?: number;
  /** Standard deviation of the angle, in radians; 0.2 unless given. */
  readonly noise?: number;
}

/**
 * Spiral arms that start at the centre and turn into each other: no line parts them, and a small network does.
 *
 * Formula: point i of arm c has radius r = (i + 1) / perClass and angle 2π (c / classes + turns · r) + noise · normal.
 *
 * @returns x (classes · perClass, 2) float in the unit disc, y the arm; the caller disposes them
 * @throws RangeError if a count is no whole number above 0
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
