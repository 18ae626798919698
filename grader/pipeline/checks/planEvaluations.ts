import type { Check, CheckResult, Exercise, KnownMistake, Outcome, Outcomes, Visibility } from '../types';
import { partOf, plainEvaluation, memoize, type PlannedEvaluation } from './checkKind';
import { kindOf } from './kinds';
import { equalsThroughout, fieldIsAccountedFor } from './naming';

/**
 * The next evaluations of an exercise's function, given its outcomes so far; none once it can be judged.
 *
 * Note [Plan first, pay late]: evaluations are the cost of grading. The cases themselves come first, in their order, so
 * that a mistake that depends on the order of calls shows the same regardless of the checks. Then comes what single
 * checks need, as long as they can earn points. Hidden cases follow when the public ones are done, unless those have
 * already settled the result.
 *
 * @param mayBeCarried - whether a neighbour explains its mistake on public cases, so that hidden ones have to confirm
 *   it
 */
export function planEvaluations(
  exercise: Exercise,
  visibility: Visibility,
  outcomes: Outcomes,
  mayBeCarried = false,
): readonly PlannedEvaluation[] {
  if (isOver(exercise, outcomes)) return [];
  if (visibility === 'hidden' && !mayBeCarried && !isOpen(exercise, outcomes)) return [];
  const part = partOf[visibility](exercise);
  const plain = plainEvaluations(part).filter(({ id }) => !outcomes.has(id));
  if (plain.length > 0) return plain;
  const earns = visibility === 'public' ? mayEarn(part, outcomes) : bothMayEarn(exercise, outcomes);
  const more = exercise.checks.filter(earns).flatMap((check) => planCheck(check, part, outcomes));
  return [...new Map(more.map((one) => [one.id, one])).values()];
}

/** What one check needs next beyond the plain evaluations. */
export function planCheck(check: Check, exercise: Exercise, outcomes: Outcomes): readonly PlannedEvaluation[] {
  return kindOf(check)
    .plan(check, exercise, outcomes)
    .filter(({ id }) => !outcomes.has(id));
}

/** The plain evaluations of all cases that belong to a check. */
export const plainEvaluations = memoize((exercise: Exercise): readonly PlannedEvaluation[] => {
  const ids = new Set(exercise.checks.flatMap(({ cases }) => cases));
  return exercise.cases.filter(({ id }) => ids.has(id)).map(plainEvaluation);
});

/**
 * Evaluates a function in rounds until it can be judged, public cases first.
 *
 * @param start - creates the evaluator; called again for the hidden cases, so that nothing can be remembered from the
 *   public ones
 */
export function askInRounds(exercise: Exercise, start: () => (asked: PlannedEvaluation) => Outcome): Outcomes {
  const rounds = roundsOf(exercise, start);
  let round = rounds.next();
  while (round.done !== true) round = rounds.next(round.value);
  return round.value;
}

/** The same for async answers. */
export async function askInRoundsAsync(
  exercise: Exercise,
  start: () => (asked: PlannedEvaluation) => Outcome | Promise<Outcome>,
): Promise<Outcomes> {
  const rounds = roundsOf(exercise, start);
  let round = rounds.next();
  while (round.done !== true) round = rounds.next(await round.value);
  return round.value;
}

/** Yields each answer and receives its outcome. */
function* roundsOf<Answer>(
  exercise: Exercise,
  start: () => (asked: PlannedEvaluation) => Answer,
): Generator<Answer, Outcomes, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const visibility of ['public', 'hidden'] as const) {
    const plan = (): readonly PlannedEvaluation[] => planEvaluations(exercise, visibility, outcomes);
    let next = plan();
    if (next.length === 0) continue;
    for (const answer = start(); next.length > 0; next = plan()) {
      for (const asked of next) {
        const outcome = yield answer(asked);
        outcomes.set(asked.id, outcome);
        if (isLast(exercise, asked.id, outcome)) return outcomes;
      }
    }
  }
  return outcomes;
}

/** Judges one check by the outcomes. */
export function judge(check: Check, exercise: Exercise, outcomes: Outcomes): CheckResult {
  return kindOf(check).judge(check, exercise, outcomes);
}

/** Whether nothing more can be learned: the function is still a TODO, or its process has ended. */
function isOver(exercise: Exercise, outcomes: Outcomes): boolean {
  for (const [id, outcome] of outcomes) if (isLast(exercise, id, outcome)) return true;
  return false;
}

function isLast(exercise: Exercise, id: string, outcome: Outcome): boolean {
  if (outcome.status === 'threw') return id === exercise.cases[0]?.id && outcome.error.name === 'NotImplementedError';
  return outcome.status !== 'returned';
}

/** Whether hidden cases can change anything: the points, or the recognised mistake. */
function isOpen(exercise: Exercise, outcomes: Outcomes): boolean {
  const shown = partOf.public(exercise);
  const earns = mayEarn(shown, outcomes);
  const isCandidate = (mistake: KnownMistake): boolean =>
    mistake.fails === undefined ? equalsThroughout(shown, mistake, outcomes) : mistake.holds !== undefined;
  // A failing gradient is reported only if the loss is accounted for, on hidden cases too.
  const isUndecided = (check: Check): boolean => check.kind === 'gradient' || passesSoFar(check, shown, outcomes);
  return exercise.checks.some((check) => earns(check) && isUndecided(check)) || exercise.mistakes.some(isCandidate);
}

/** Judged by the plain evaluations of all cases, and by all outcomes on public ones. */
function bothMayEarn(exercise: Exercise, outcomes: Outcomes): (check: Check) => boolean {
  const earns = mayEarn(exercise, outcomes);
  return (check) => earns(check) && passesSoFar(check, partOf.public(exercise), outcomes);
}

/** Whether a check can earn points on these cases, if it passes itself. Follows the rules of `checkExercise`. */
function mayEarn(asked: Exercise, outcomes: Outcomes): (check: Check) => boolean {
  const some = (kind: Check['kind']): readonly Check[] => asked.checks.filter((check) => check.kind === kind);
  const references = some('reference');
  const standing = {
    hasReferences: references.length > 0,
    isProven: references.length === 0 || references.some((check) => passesSoFar(check, asked, outcomes)),
    isAccountedFor: (field: string) => fieldIsAccountedFor(asked, field, outcomes),
  };
  return (check) => kindOf(check).waitsFor(check, standing) === undefined;
}

function passesSoFar(check: Check, asked: Exercise, outcomes: Outcomes): boolean {
  return judge(check, asked, outcomes).status !== 'failed';
}
