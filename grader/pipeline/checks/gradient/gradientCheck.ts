import type { Case, CheckResult, Exercise, Finding, GradientCheck, Outcomes } from '../../types';
import { failed, passed, skipped, type CheckKindModule } from '../checkKind';
import { decidingCases } from '../decidingCases';
import { planDifferences, type Depth } from './differencePlan';
import { knownCases } from './differencesOf';
import { judgeAt, type CaseJudgement } from './judgeGradient';
import { mistakesWithField } from '../naming';
import { hasSlopesOf } from './sameLoss';
import { tolerances } from '../tolerances';

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
      // A missing outcome is never a pass.
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

/** Shown to students, so it contains no number of a hidden case. */
function passesBy(decided: readonly Passed[]): Finding {
  const { relativeError: error, verdict } = worstOf(decided);
  const sum = (of: (one: Passed) => number): number => decided.reduce((total, one) => total + of(one), 0);
  const [leftOut, compared] = [sum((one) => one.leftOut), sum((one) => one.compared)];
  return { id: 'gradient-passes', relativeError: error, verdict, leftOut, compared };
}

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
