import type { Case, Evaluation, GradientCheck } from '../../types';
import type { Value } from '../../../execution/values';
import { memoize, type PlannedEvaluation } from '../checkKind';
import { maxCostOf } from '../maxCostOf';
import { allProbes, baseOf, firstProbes, type Probe } from './probes';

/**
 * How many differences a case is checked with.
 *
 * Note [Directions first]: differences are most of the cost of running a submission. A correct gradient agrees with the
 * loss along random directions, so those come first; only if one of them does not agree to `gradientPerfect` is
 * everything compared, which gives the verdict and the worst element. A mistake of more than `gradientAcceptable` would
 * escape only if it were perpendicular to every direction to within a hundredth.
 */
export type Depth = 'first' | 'all';

/** Shifts of a probe in the order of its rows; the first row overall is the unshifted loss. */
const smoothShifts = [1, -1] as const;
const kinkShifts = [1, -1, 0.5, -0.5] as const;

/** The shifts of one probe, one loss each. */
export function shiftsOf(check: GradientCheck): readonly number[] {
  return check.kinks ? kinkShifts : smoothShifts;
}

/** What to compare on a case at a depth. */
export function probesOf(check: GradientCheck, one: Case, depth: Depth): readonly Probe[] {
  return plansOf(check)(one)[depth].probes;
}

/** The strengths at which a check needs losses; undefined means the case's own. */
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

/** Whether the case's plain evaluation already uses this strength. */
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

const plansOf = memoize((check: GradientCheck) =>
  memoize((one: Case): Readonly<Record<Depth, DifferencePlan>> => {
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
