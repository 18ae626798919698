import type { Check, CheckResult, Exercise, KnownMistake, Outcome, Outcomes, Visibility } from '../types';
import { partOf, plainEvaluation, remembering, type PlannedEvaluation } from './checkKind';
import { kindOf } from './kinds';
import { equalsThroughout, fieldIsAccountedFor } from './naming';

/**
 * What is to be asked next of an exercise's function, given what was answered so far: nothing once it can be judged.
 *
 * Note [Plan first, pay late]: evaluations are the cost of grading. The cases themselves come first, in their order, so
 * that a mistake that depends on the order of calls shows the same whatever is checked. Then comes what single checks
 * need, as long as they can earn points. Hidden cases follow when the public ones are done, unless those have shown
 * everything already.
 *
 * @param mayBeCarried - its mistake is a neighbour's on public cases, and hidden ones have to show the same
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

/** The plain evaluations of the cases that any check is about. */
export const plainEvaluations = remembering((exercise: Exercise): readonly PlannedEvaluation[] => {
  const ids = new Set(exercise.checks.flatMap(({ cases }) => cases));
  return exercise.cases.filter(({ id }) => ids.has(id)).map(plainEvaluation);
});

/**
 * Asks a function in rounds until it can be judged, public cases first.
 *
 * @param start - makes what answers; again for the hidden cases, so that nothing can be remembered from the public ones
 */
export function askInRounds(exercise: Exercise, start: () => (asked: PlannedEvaluation) => Outcome): Outcomes {
  const rounds = roundsOf(exercise, start);
  let round = rounds.next();
  while (round.done !== true) round = rounds.next(round.value);
  return round.value;
}

/** The same where answers are awaited. */
export async function askInRoundsAsync(
  exercise: Exercise,
  start: () => (asked: PlannedEvaluation) => Outcome | Promise<Outcome>,
): Promise<Outcomes> {
  const rounds = roundsOf(exercise, start);
  let round = rounds.next();
  while (round.done !== true) round = rounds.next(await round.value);
  return round.value;
}

/** Yields each answer, and takes what it came to. */
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

/** What one check makes of the outcomes. */
export function judge(check: Check, exercise: Exercise, outcomes: Outcomes): CheckResult {
  return kindOf(check).judge(check, exercise, outcomes);
}

/** Whether there is nothing more to learn: from a function that is still to do, or from a process that is gone. */
function isOver(exercise: Exercise, outcomes: Outcomes): boolean {
  for (const [id, outcome] of outcomes) if (isLast(exercise, id, outcome)) return true;
  return false;
}

function isLast(exercise: Exercise, id: string, outcome: Outcome): boolean {
  if (outcome.status === 'threw') return id === exercise.cases[0]?.id && outcome.error.name === 'NotImplementedError';
  return outcome.status !== 'returned';
}

/** Whether hidden cases can change anything: what is earned, or which mistake is recognised. */
function isOpen(exercise: Exercise, outcomes: Outcomes): boolean {
  const shown = partOf.public(exercise);
  const earns = mayEarn(shown, outcomes);
  const isCandidate = (mistake: KnownMistake): boolean =>
    mistake.fails === undefined ? equalsThroughout(shown, mistake, outcomes) : mistake.holds !== undefined;
  // Whether a gradient that fails is reported depends on the loss, on hidden cases too.
  const isUndecided = (check: Check): boolean => check.kind === 'gradient' || passesSoFar(check, shown, outcomes);
  return exercise.checks.some((check) => earns(check) && isUndecided(check)) || exercise.mistakes.some(isCandidate);
}

/** By the plain evaluations of all cases, and by everything that was found out on public ones. */
function bothMayEarn(exercise: Exercise, outcomes: Outcomes): (check: Check) => boolean {
  const earns = mayEarn(exercise, outcomes);
  return (check) => earns(check) && passesSoFar(check, partOf.public(exercise), outcomes);
}

/**
 * Whether the cases that were asked let a check earn points, if it passes itself. The rules are those of
 * `checkExercise`.
 */
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
