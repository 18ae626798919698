import type { Case, Finding, GradientCheck, GradientPlace, GradientVerdict, Outcomes } from '../../types';
import { indexOf, TensorValue, valueAt } from '../../../execution/values';
import { indexOfLargest } from '../compareNumbers';
import { structureOfTensor } from '../compareValues';
import { evaluationIds, strengthsOf, type Depth } from './differencePlan';
import { numericalGradient, type Derivative } from './numericalGradient';
import { analyticAt, baseOf, type Probe } from './probes';
import { norm, relativeError } from '../relativeError';
import { returnedValues } from '../returnedValues';
import { tolerances } from '../tolerances';

/** What the differences of one case show about a gradient. */
export type CaseJudgement =
  | {
      readonly status: 'passed';
      readonly relativeError: number;
      readonly verdict: GradientVerdict;
      readonly leftOut: number;
      readonly compared: number;
    }
  | {
      readonly status: 'failed';
      readonly finding: Finding;
      readonly relativeError?: number;
      readonly verdict?: GradientVerdict;
    }
  | { readonly status: 'undecided' }
  /** Not asked yet: nothing at all, or no more than the first directions, which do not agree. */
  | { readonly status: 'unasked' | 'doubtful' };

/** The band of a gradient's relative error. */
export function verdictOf(error: number): GradientVerdict {
  if (error < tolerances.gradientPerfect) return 'perfect';
  if (error < tolerances.gradientAcceptable) return 'acceptable';
  return error < tolerances.gradientSuspicious ? 'suspicious' : 'wrong';
}

/** Compares the gradient returned on one case with the differences of the loss at this depth. */
export function judgeAt(check: GradientCheck, one: Case, outcomes: Outcomes, depth: Depth): CaseJudgement {
  const all = comparedAt(check, one, outcomes, depth);
  return 'id' in all ? { status: 'failed', finding: all } : decide(check, one, all);
}

/** Each derivative by differences and by the gradient; or why there is nothing to compare. */
export function comparedAt(
  check: GradientCheck,
  one: Case,
  outcomes: Outcomes,
  depth: Depth,
): readonly Compared[] | Finding {
  const atStrengths: (readonly Compared[])[] = [];
  for (const strength of strengthsOf(check)) {
    const compared = compareAt(check, one, strength, outcomes, depth);
    if ('id' in compared) return compared;
    atStrengths.push(compared);
  }
  const [first = [], second] = atStrengths;
  return second === undefined ? first : first.map((at0, index) => regularizationPart(at0, second[index] ?? at0));
}

export interface Compared {
  readonly probe: Probe;
  readonly numerical: number;
  readonly analytic: number;
  readonly noise: number;
  readonly kink: boolean;
}

function compareAt(
  check: GradientCheck,
  one: Case,
  strength: number | undefined,
  outcomes: Outcomes,
  depth: Depth,
): readonly Compared[] | Finding {
  const returned = returnedValues(outcomes.get(evaluationIds(check, one, strength, depth).plain));
  if (returned.values === undefined) return returned.finding;
  const gradient = valueAt(returned.values[0], [check.gradientField]);
  const finding = structureOfTensor(baseOf(check, one), gradient, check.gradientField);
  if (finding !== undefined || !(gradient instanceof TensorValue))
    return finding ?? { id: 'not-a-tensor', path: check.gradientField, got: 'nothing' };
  const derivatives = numericalGradient(check, one, strength, outcomes, depth);
  if ('id' in derivatives) return derivatives;
  return derivatives.map(({ probe, value, noise, kink }: Derivative) => ({
    probe,
    numerical: value,
    analytic: analyticAt(gradient.values, probe),
    noise,
    kink,
  }));
}

// The data's share cancels in the difference between strengths 1 and 0, so its size doesn't matter.
function regularizationPart(at0: Compared, at1: Compared): Compared {
  return {
    probe: at1.probe,
    numerical: at1.numerical - at0.numerical,
    analytic: at1.analytic - at0.analytic,
    noise: at1.noise + at0.noise,
    kink: at0.kink || at1.kink,
  };
}

function decide(check: GradientCheck, one: Case, all: readonly Compared[]): CaseJudgement {
  const smooth = all.filter(({ kink }) => !kink);
  const leftOut = all.length - smooth.length;
  if (smooth.length * 2 < all.length) {
    return { status: 'failed', finding: { id: 'gradient-undecided', leftOut, total: all.length } };
  }
  // Nothing compared is never a pass.
  if (smooth.length === 0) return { status: 'undecided' };
  const { error, noise, size, distances } = disagreementOf(smooth);
  if (Number.isFinite(error) && noise > tolerances.undecidableNoise * size) return { status: 'undecided' };
  const verdict = norm(distances) <= noise ? 'perfect' : verdictOf(error);
  if (verdict === 'perfect' || verdict === 'acceptable') {
    return { status: 'passed', relativeError: error, verdict, leftOut, compared: smooth.length };
  }
  const worst = smooth[indexOfLargest(distances)];
  if (worst === undefined) return { status: 'undecided' };
  const finding: Finding = {
    id: 'gradient-differs',
    path: check.gradientField,
    numerical: worst.numerical,
    analytic: worst.analytic,
    at: placeOf(worst.probe, one, check),
    relativeError: error,
    part: check.part,
    leftOut,
    compared: smooth.length,
  };
  return { status: 'failed', finding, relativeError: error, verdict };
}

interface Disagreement {
  /** Relative, of all together. */
  readonly error: number;
  /** Of all together, by rounding alone. */
  readonly noise: number;
  readonly size: number;
  readonly distances: Float64Array;
}

/** How far the gradient is from the differences, where there is no kink. */
export function disagreementOf(smooth: readonly Compared[]): Disagreement {
  const numerical = Float64Array.from(smooth, (one) => one.numerical);
  const analytic = Float64Array.from(smooth, (one) => one.analytic);
  return {
    error: relativeError(analytic, numerical),
    noise: norm(Float64Array.from(smooth, (one) => one.noise)),
    size: norm(numerical),
    distances: analytic.map((value, index) => Math.abs(value - (numerical[index] ?? NaN))),
  };
}

function placeOf(probe: Probe, one: Case, check: GradientCheck): GradientPlace {
  if (probe.by === 'directions') return { direction: probe.which };
  return { element: indexOf(probe.which, baseOf(check, one).shape) };
}
