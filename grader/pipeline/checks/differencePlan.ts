import { seededRandom } from '../../descent';
import type { Case, Evaluation, GradientCheck } from '../types';
import { TensorValue, unitDirection, type Value } from '../../execution/values';
import { remembering, type PlannedEvaluation } from './checkKind';
import { hashOf } from './hashOf';
import { maxCostOf } from './maxCostOf';
import { magnitude } from './relativeError';
import { tolerances } from './tolerances';

/** One number to compare: the derivative with respect to an element, or along a direction. */
export interface Probe {
  readonly by: 'elements' | 'directions';
  /** Element's index, or direction's seed. */
  readonly which: number;
  readonly step: number;
}

/**
 * Beyond this many elements, some are sampled and random directions cover the rest.
 *
 * Note [Few differences on hidden cases]: on a public case each element is compared, since a message names the one that
 * is off. No message names one of a hidden case, and there the hidden seed draws what is compared: two directions
 * through a smooth loss, a few elements of one with kinks, which a direction would cross.
 */
const sampling = {
  public: { maxElements: 32, sampledElements: 16, directions: 6 },
  hidden: { maxElements: 4, sampledElements: 4, directions: 2 },
} as const;
/** A large case is one of a kind, and worth looking at closely. */
const manyElements = 64;

/** Shifts of a probe in the order of its rows; the first row of all is the unshifted loss. */
const smoothShifts = [1, -1] as const;
const kinkShifts = [1, -1, 0.5, -0.5] as const;

/** The tensor that a gradient check differentiates by. */
export function baseOf(check: GradientCheck, one: Case): TensorValue {
  const base = one.calls[0]?.[check.argument];
  if (!(base instanceof TensorValue))
    throw new Error(`${check.id}: argument ${check.argument} of case ${one.id} is no tensor`);
  return base;
}

/**
 * How closely a case is looked at.
 *
 * Note [Directions first]: differences are most of what running a submission costs. A right gradient agrees with the
 * loss along random directions, so they come first; only where one of them does not agree to `gradientPerfect` is
 * everything compared, by which the verdict is then given and the worst element named. A mistake that is to be found,
 * of more than `gradientAcceptable`, would have to be perpendicular to every direction to within a hundredth.
 */
export type Depth = 'first' | 'all';

const firstDirections = 2;

/** What to compare of a case at a depth. */
export function probesOf(check: GradientCheck, one: Case, depth: Depth): readonly Probe[] {
  return plansOf(check)(one)[depth].probes;
}

/** A few random directions; all of it where that is no more. */
function firstProbes(check: GradientCheck, one: Case, all: readonly Probe[]): readonly Probe[] {
  if (all.length <= firstDirections) return all;
  const { values } = baseOf(check, one);
  return directions(
    firstDirections,
    values,
    seededRandom(hashOf(`${one.id} first ${values.subarray(0, 4).join(' ')}`)),
  );
}

/**
 * Every element of a small tensor; of a large one, or on a hidden case, sampled elements and random directions.
 *
 * Formula: h = 1e-5·max(1, |w_i|) for an element, 1e-5·max(1, max|w|) along a unit direction
 */
function allProbes(check: GradientCheck, one: Case): readonly Probe[] {
  const { values } = baseOf(check, one);
  const element = (index: number): Probe => ({
    by: 'elements',
    which: index,
    step: tolerances.differenceStep * Math.max(1, Math.abs(values[index] ?? 0)),
  });
  const isSmall = values.length <= manyElements;
  const { maxElements, sampledElements, directions: count } = sampling[isSmall ? one.visibility : 'public'];
  if (values.length <= maxElements) return Array.from(values, (_, index) => element(index));
  // The case's own numbers come from the hidden seed, where it is hidden.
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

/** How many losses belong to one probe. */
export function shiftsOf(check: GradientCheck): readonly number[] {
  return check.kinks ? kinkShifts : smoothShifts;
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

/** The strengths at which a check needs losses; undefined: the case's own. */
export function strengthsOf(check: GradientCheck): readonly (number | undefined)[] {
  if (check.part === 'whole') return [undefined];
  return check.part === 'data' ? [0] : [0, 1];
}

/** Ids of the evaluations of one case at one strength. */
export function evaluationIds(
  check: GradientCheck,
  one: Case,
  strength: number | undefined,
  depth: Depth,
): Record<'plain' | 'elements' | 'directions', string> {
  const at = isOwnStrength(check, one, strength) ? one.id : `${one.id}/strength-${strength}`;
  const { lossField, argument, kinks } = check;
  const differences = `${at}/${lossField}-by-${argument}${kinks ? '-kinks' : ''}${depth === 'first' ? '/first' : ''}`;
  return { plain: at, elements: `${differences}/elements`, directions: `${differences}/directions` };
}

/** Whether the plain evaluation is at this strength already. */
function isOwnStrength(
  { strengthArgument }: GradientCheck,
  { calls, apply }: Case,
  strength: number | undefined,
): boolean {
  if (strength === undefined) return true;
  const own = strengthArgument === undefined ? undefined : calls[0]?.[strengthArgument];
  return Object.is(own, strength) && calls.length === 1 && apply === undefined;
}

/** Plain calls for the gradient itself, and shifted ones for its differences. */
export function planDifferences(check: GradientCheck, one: Case, depth: Depth): readonly PlannedEvaluation[] {
  return plansOf(check)(one)[depth].evaluations;
}

interface DifferencePlan {
  readonly probes: readonly Probe[];
  readonly evaluations: readonly PlannedEvaluation[];
}

const plansOf = remembering((check: GradientCheck) =>
  remembering((one: Case): Readonly<Record<Depth, DifferencePlan>> => {
    const all = allProbes(check, one);
    const first = firstProbes(check, one, all);
    const plan = (probes: readonly Probe[], depth: Depth): DifferencePlan => ({
      probes,
      evaluations: evaluationsOf(check, one, probes, depth),
    });
    return { first: plan(first, 'first'), all: plan(all, 'all') };
  }),
);

function evaluationsOf(
  check: GradientCheck,
  one: Case,
  probes: readonly Probe[],
  depth: Depth,
): readonly PlannedEvaluation[] {
  return strengthsOf(check).flatMap((strength) => {
    const inputs = inputsAt(check, one, strength);
    const ids = evaluationIds(check, one, strength, depth);
    const plain: PlannedEvaluation = {
      id: ids.plain,
      evaluation: { kind: 'calls', calls: [inputs], maxCost: maxCostOf(one) },
    };
    const shifted = (['elements', 'directions'] as const).flatMap((by) => {
      const group = probes.filter((probe) => probe.by === by);
      return group.length === 0 ? [] : [{ id: ids[by], evaluation: differences(check, one, inputs, group, by) }];
    });
    return [plain, ...shifted];
  });
}

function inputsAt(check: GradientCheck, one: Case, strength: number | undefined): readonly Value[] {
  const [inputs = []] = one.calls;
  if (strength === undefined) return inputs;
  if (check.strengthArgument === undefined)
    throw new Error(`${check.id} differentiates at strengths, but names no strength argument`);
  return inputs.with(check.strengthArgument, strength);
}

function differences(
  check: GradientCheck,
  one: Case,
  inputs: readonly Value[],
  probes: readonly Probe[],
  by: Probe['by'],
): Evaluation {
  const { values } = baseOf(check, one);
  const unshifted = by === 'elements' ? [0, values[0] ?? 0] : [0, 0];
  const rows = probes.flatMap(({ which, step }) =>
    shiftsOf(check).flatMap((shift) => [which, by === 'elements' ? (values[which] ?? 0) + shift * step : shift * step]),
  );
  const shifts = { argument: check.argument, by, rows: Float64Array.from([...unshifted, ...rows]) };
  return { kind: 'differences', arguments: inputs, field: check.lossField, shifts };
}
