import { compareCase, lawHolds, recogniseMistake } from '../../pipeline/checks';
import type { ExerciseSpec, MistakeSpec } from '../../pipeline/course/spec';
import type { Exercise, MistakeSign, Outcomes, ReferenceCheck } from '../../pipeline/types';

/**
 * Whether what a mistake returns on the public cases fails a check of values and has its name: then nothing else that it
 * could be asked there, such as what laws ask beside, changes either. It is run on no more cases than tell.
 */
export function isToldByValues(
  author: ExerciseSpec,
  released: Exercise,
  { id, fails }: MistakeSpec,
  outcomes: Outcomes,
): boolean {
  if (fails !== undefined || mayBeTakenForAnother(author, released, outcomes)) return false;
  const earning = referencesOf(released).filter(({ points }) => points > 0);
  // Those that are told by the checks that fail are ruled out, whichever fail.
  return failsAny(earning, released, outcomes) && recogniseMistake(released, outcomes, new Map())?.id === id;
}

/**
 * Whether a mistake could be taken for one that is told by the checks that fail: by laws that hold for it, which on all
 * cases hold on the public ones too; or by no more reference checks than fail for that one. Other checks may yet be
 * skipped, for a reference check that fails on a hidden case.
 */
export function mayBeTakenForAnother(
  { name, mistakes }: ExerciseSpec,
  released: Exercise,
  outcomes: Outcomes,
): boolean {
  return mistakes.some(({ fails, holds }) => {
    if (fails === undefined) return false;
    if (holds !== undefined) return !isLookedAt(holds, released) || lawHolds(holds, released, outcomes);
    const others = referencesOf(released).filter(({ id }) => !fails.some((one) => id === `${name}.${one}`));
    return !failsAny(others, released, outcomes);
  });
}

/** Whether laws of a mistake are held against public cases at all. */
function isLookedAt({ law }: MistakeSign, { checks }: Exercise): boolean {
  return law.throughout !== undefined || checks.some(({ kind, cases }) => kind === 'property' && cases.length > 0);
}

function referencesOf({ checks }: Exercise): readonly ReferenceCheck[] {
  return checks.filter((check) => check.kind === 'reference').filter(({ withdrawn }) => withdrawn === undefined);
}

/** Case by case, in their order, since what comes of one is found out when it is looked at. */
function failsAny(checks: readonly ReferenceCheck[], { cases }: Exercise, outcomes: Outcomes): boolean {
  return cases.some((one) => {
    const speaking = checks.filter((check) => check.cases.includes(one.id));
    return speaking.some((check) => compareCase(check, one, outcomes.get(one.id)).finding !== undefined);
  });
}
