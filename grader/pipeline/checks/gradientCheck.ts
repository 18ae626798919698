import type {
  Case,
  CheckResult,
  Exercise,
  Finding,
  GradientCheck,
  GradientPlace,
  GradientVerdict,
  Outcomes,
} from '../types';
import { TensorValue, valueAt } from '../../execution/values';
import { failed, passed, skipped, type CheckKindModule } from './checkKind';
import { indexOfLargest } from './compareNumbers';
import { indexOf, structureOfTensor } from './compareValues';
import { decidingCases } from './decidingCases';
import {
  analyticAt,
  baseOf,
  evaluationIds,
  planDifferences,
  strengthsOf,
  type Depth,
  type Probe,
} from './differencePlan';
import { numericalGradient, type Derivative } from './numericalGradient';
import { knownCases } from './differencesOf';
import { mistakesWithField } from './recogniseMistake';
import { norm, relativeError } from './relativeError';
import { returnedValues } from './returnedValues';
import { hasSlopesOf } from './sameLoss';
import { tolerances } from './tolerances';

/** A returned gradient agrees with central differences of the same submission's own loss. */
export const gradientCheck: CheckKindModule<GradientCheck> = {
  plan(check, exercise, outcomes) {
    const judgements = judgeCases(check, exercise, outcomes);
    const unasked = judgements.filter(({ judgement: { status } }) => status === 'unasked');
    if (unasked.length > 0) return unasked.flatMap(({ one }) => planDifferences(check, one, 'first'));
    // One at a time: the first that fails decides.
    const [doubtful] = judgements.filter(({ judgement: { status } }) => status === 'doubtful');
    return doubtful === undefined ? [] : planDifferences(check, doubtful.one, 'all');
  },

  judge(check, exercise, outcomes): CheckResult {
    const threshold = tolerances.gradientAcceptable;
    const judgements = judgeCases(check, exercise, outcomes);
    const failure = judgements.find(({ judgement: { status } }) => status !== 'passed' && status !== 'undecided');
    if (failure !== undefined) {
      const { judgement } = failure;
      // What was to be asked and was not is never a pass.
      const { finding, relativeError: error, verdict } = judgement.status === 'failed' ? judgement : unanswered;
      return failed(check, finding, failure.one, { relativeError: error, threshold, verdict });
    }
    const decided = judgements.flatMap(({ one, judgement }) =>
      judgement.status === 'passed' ? [{ ...judgement, one }] : [],
    );
    // Nothing compared is never a pass.
    if (decided.length === 0) return skipped(check, 'no-cases');
    const { relativeError: error, verdict } = worstOf(decided);
    const shown = decided.filter(({ one }) => one.visibility === 'public');
    const finding = shown.length === 0 ? undefined : passesBy(shown);
    return passed(check, { relativeError: error, threshold, verdict, finding });
  },
};

type Passed = Extract<CaseJudgement, { status: 'passed' }>;

function worstOf(decided: readonly Passed[]): Passed {
  return decided.reduce((a, b) => (b.relativeError > a.relativeError ? b : a));
}

/** What a student reads, who may know no number of a hidden case. */
function passesBy(decided: readonly Passed[]): Finding {
  const { relativeError: error, verdict } = worstOf(decided);
  const sum = (of: (one: Passed) => number): number => decided.reduce((total, one) => total + of(one), 0);
  const [leftOut, compared] = [sum((one) => one.leftOut), sum((one) => one.compared)];
  return { id: 'gradient-passes', relativeError: error, verdict, leftOut, compared };
}

/** The band that a relative error of a gradient falls in. */
export function verdictOf(error: number): GradientVerdict {
  if (error < tolerances.gradientPerfect) return 'perfect';
  if (error < tolerances.gradientAcceptable) return 'acceptable';
  return error < tolerances.gradientSuspicious ? 'suspicious' : 'wrong';
}

type CaseJudgement =
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
  /** Not asked yet: anything, or more than the first directions, which do not agree. */
  | { readonly status: 'unasked' | 'doubtful' };

const unanswered: Extract<CaseJudgement, { status: 'failed' }> = {
  status: 'failed',
  finding: { id: 'skipped', reason: 'stopped' },
};

/** Each deciding case, up to the first that fails. */
function judgeCases(
  check: GradientCheck,
  exercise: Exercise,
  outcomes: Outcomes,
): readonly { readonly one: Case; readonly judgement: CaseJudgement }[] {
  const judgements = new Map<Case, CaseJudgement>();
  const judgementOf = (one: Case): CaseJudgement => {
    const judgement = judgements.get(one) ?? judgeCase(check, exercise, one, outcomes);
    judgements.set(one, judgement);
    return judgement;
  };
  const fails = (one: Case): boolean => judgementOf(one).status === 'failed';
  const cases = decidingCases(check, exercise, outcomes, fails);
  const firstFailure = cases.findIndex(fails);
  return cases
    .slice(0, firstFailure === -1 ? undefined : firstFailure + 1)
    .map((one) => ({ one, judgement: judgementOf(one) }));
}

interface Compared {
  readonly probe: Probe;
  readonly numerical: number;
  readonly analytic: number;
  readonly noise: number;
  readonly kink: boolean;
}

function judgeCase(check: GradientCheck, exercise: Exercise, one: Case, outcomes: Outcomes): CaseJudgement {
  const isAnswered = (depth: Depth): boolean => planDifferences(check, one, depth).every(({ id }) => outcomes.has(id));
  const judged = (depth: Depth): CaseJudgement => {
    const judgement = judgeAt(check, one, outcomes, depth);
    return judgement.status === 'passed' && !isOwnLoss(check, exercise, one, outcomes, depth) ? twoFaced : judgement;
  };
  if (isAnswered('all')) return judged('all');
  if (!isAnswered('first')) return { status: 'unasked' };
  const first = judged('first');
  const isClear = first.status === 'passed' && first.leftOut === 0 && first.relativeError < tolerances.gradientPerfect;
  return isClear ? first : { status: 'doubtful' };
}

const twoFaced: CaseJudgement = { status: 'failed', finding: { id: 'loss-changes' } };

/** Whether the loss that was differentiated is the one that was returned; see Note [Two faces]. */
function isOwnLoss(check: GradientCheck, exercise: Exercise, one: Case, outcomes: Outcomes, depth: Depth): boolean {
  if (exercise.losses === undefined || !knownCases(exercise, check).includes(one)) return true;
  if (hasSlopesOf(exercise.losses, check, one, outcomes, depth) !== false) return true;
  return mistakesWithField(exercise, check.lossField, outcomes).some(
    ({ losses }) => losses !== undefined && hasSlopesOf(losses, check, one, outcomes, depth) === true,
  );
}

function judgeAt(check: GradientCheck, one: Case, outcomes: Outcomes, depth: Depth): CaseJudgement {
  const atStrengths: (readonly Compared[])[] = [];
  for (const strength of strengthsOf(check)) {
    const compared = compareAt(check, one, strength, outcomes, depth);
    if ('id' in compared) return { status: 'failed', finding: compared };
    atStrengths.push(compared);
  }
  const [first = [], second] = atStrengths;
  const all = second === undefined ? first : first.map((at0, index) => regularizationPart(at0, second[index] ?? at0));
  return decide(check, one, all);
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

// The data's share drops out of the difference between strengths 1 and 0, and with it the data's size.
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
  const numerical = Float64Array.from(smooth, (compared) => compared.numerical);
  const analytic = Float64Array.from(smooth, (compared) => compared.analytic);
  const noise = norm(Float64Array.from(smooth, (compared) => compared.noise));
  const error = relativeError(analytic, numerical);
  if (Number.isFinite(error) && noise > tolerances.undecidableNoise * norm(numerical)) return { status: 'undecided' };
  const distances = analytic.map((value, index) => Math.abs(value - (numerical[index] ?? NaN)));
  const distance = norm(distances);
  const verdict = distance <= noise ? 'perfect' : verdictOf(error);
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

function placeOf(probe: Probe, one: Case, check: GradientCheck): GradientPlace {
  if (probe.by === 'directions') return { direction: probe.which };
  return { element: indexOf(probe.which, baseOf(check, one).shape) };
}
