import { compareCase, lawHolds, recogniseMistake } from '../../pipeline/checks';
import type { ExerciseSpec, MistakeSpec } from '../../pipeline/course/spec';
import type { Exercise, KnownOutcomes, MistakeSign, ReferenceCheck } from '../../pipeline/types';

/**
 * Whether a mistake's results on the public cases fail a reference check and identify it: then no other evaluation
 * there, such as companions of laws, can change that. It is run on no more cases than tell.
 */
export function isIdentifiedByValues(
  author: ExerciseSpec,
  released: Exercise,
  { id, fails }: MistakeSpec,
  outcomes: KnownOutcomes,
): boolean {
  if (fails !== undefined || couldBeAnotherMistake(author, released, outcomes)) return false;
  const earning = referencesOf(released).filter(({ points }) => points > 0);
  // Those that are told by the checks that fail are ruled out, whichever fail.
  return failsAny(earning, released, outcomes) && recogniseMistake(released, outcomes, new Map())?.id === id;
}

/**
 * Whether a mistake could be mistaken for one that is recognised by its failing checks: by laws that hold for it, which
 * hold on the public cases too if they hold on all; or by a subset of that one's failing reference checks. Other checks
 * may still be skipped because a reference check fails on a hidden case.
 */
export function couldBeAnotherMistake(
  { name, mistakes }: ExerciseSpec,
  released: Exercise,
  outcomes: KnownOutcomes,
): boolean {
  return mistakes.some(({ fails, holds }) => {
    if (fails === undefined) return false;
    if (holds !== undefined) return !isLookedAt(holds, released) || lawHolds(holds, released, outcomes);
    const others = referencesOf(released).filter(({ id }) => !fails.some((one) => id === `${name}.${one}`));
    return !failsAny(others, released, outcomes);
  });
}

/** Whether laws of a mistake apply to public cases. */
function isLookedAt({ law }: MistakeSign, { checks }: Exercise): boolean {
  return law.throughout !== undefined || checks.some(({ kind, cases }) => kind === 'property' && cases.length > 0);
}

function referencesOf({ checks }: Exercise): readonly ReferenceCheck[] {
  return checks.filter((check) => check.kind === 'reference').filter(({ withdrawn }) => withdrawn === undefined);
}

/** Case by case, in their order, since what comes of one is found out when it is looked at. */
function failsAny(checks: readonly ReferenceCheck[], { cases }: Exercise, outcomes: KnownOutcomes): boolean {
  return cases.some((one) => {
    const speaking = checks.filter((check) => check.cases.includes(one.id));
    return speaking.some((check) => compareCase(check, one, outcomes.get(one.id)).finding !== undefined);
  });
}
