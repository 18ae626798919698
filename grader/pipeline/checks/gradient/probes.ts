import { seededRandom } from '../../../descent';
import type { Case, GradientCheck } from '../../types';
import { TensorValue, unitDirection } from '../../../execution/values';
import { hashOf } from '../hashOf';
import { magnitude } from '../relativeError';
import { tolerances } from '../tolerances';

/** One derivative to compare: with respect to an element, or along a direction. */
export interface Probe {
  readonly by: 'elements' | 'directions';
  /** Element index, or direction seed. */
  readonly which: number;
  readonly step: number;
}

/**
 * Beyond this many elements, some are sampled and random directions cover the rest.
 *
 * Note [Few differences on hidden cases]: on a public case every element is compared, since a message names the wrong
 * one. Messages never name elements of hidden cases, whose probes depend on the hidden seed: two directions for a
 * smooth loss, a few elements for one with kinks, which a direction would cross.
 */
const sampling = {
  public: { maxElements: 32, sampledElements: 16, directions: 6 },
  hidden: { maxElements: 4, sampledElements: 4, directions: 2 },
} as const;
/** Large cases are rare and worth more differences. */
const manyElements = 64;

const firstDirections = 2;

/** The tensor that a gradient check differentiates by. */
export function baseOf(check: GradientCheck, one: Case): TensorValue {
  const base = one.calls[0]?.[check.argument];
  if (!(base instanceof TensorValue))
    throw new Error(`${check.id}: argument ${check.argument} of case ${one.id} is no tensor`);
  return base;
}

/** A few random directions; all probes if there are no more. */
export function firstProbes(check: GradientCheck, one: Case, all: readonly Probe[]): readonly Probe[] {
  if (all.length <= firstDirections) return all;
  const { values } = baseOf(check, one);
  return directions(
    firstDirections,
    values,
    seededRandom(hashOf(`${one.id} first ${values.subarray(0, 4).join(' ')}`)),
  );
}

/**
 * Every element of a small tensor; for a large one, or on a hidden case, sampled elements and random directions.
 *
 * Formula: h = 1e-5·max(1, |w_i|) for an element, 1e-5·max(1, max|w|) along a unit direction
 */
export function allProbes(check: GradientCheck, one: Case): readonly Probe[] {
  const { values } = baseOf(check, one);
  const element = (index: number): Probe => ({
    by: 'elements',
    which: index,
    step: tolerances.differenceStep * Math.max(1, Math.abs(values[index] ?? 0)),
  });
  const isSmall = values.length <= manyElements;
  const { maxElements, sampledElements, directions: count } = sampling[isSmall ? one.visibility : 'public'];
  if (values.length <= maxElements) return Array.from(values, (_, index) => element(index));
  // A hidden case's own numbers come from the hidden seed.
  const random = seededRandom(hashOf(`${one.id} ${values.subarray(0, 4).join(' ')}`));
  const sampled = Array.from({ length: sampledElements }, () => element(Math.floor(random() * values.length)));
  const along = directions(count, values, random);
  if (one.visibility === 'hidden' && !check.kinks) return along;
  return isSmall && one.visibility === 'hidden' ? sampled : [...sampled, ...along];
}

function directions(count: number, values: Float64Array, random: () => number): readonly Probe[] {
  const step = tolerances.differenceStep * Math.max(1, magnitude(values));
  return Array.from({ length: count }, (): Probe => ({
    by: 'directions',
    which: Math.floor(random() * 2 ** 31),
    step,
  }));
}

/** The derivative that an analytic gradient gives for a probe. */
export function analyticAt(gradient: Float64Array, { by, which }: Probe): number {
  if (by === 'elements') return gradient[which] ?? NaN;
  const direction = knownDirection(which, gradient.length);
  return gradient.reduce((sum, value, index) => sum + value * (direction[index] ?? 0), 0);
}

/** All submissions of a class are compared along the same directions. */
const directionsDrawn = new Map<string, Float64Array>();
const maxNumbersKept = 2 ** 22;
let numbersKept = 0;

function knownDirection(seed: number, size: number): Float64Array {
  const key = `${seed}/${size}`;
  const known = directionsDrawn.get(key);
  if (known !== undefined) return known;
  if (numbersKept + size > maxNumbersKept) {
    directionsDrawn.clear();
    numbersKept = 0;
  }
  const direction = unitDirection(seed, size);
  directionsDrawn.set(key, direction);
  numbersKept += size;
  return direction;
}
