import { lawHolds, judge, recogniseMistake } from '../../pipeline/checks';
import type { ExerciseSpec, MistakeSpec } from '../../pipeline/course/spec';
import type { CheckResult, Exercise, MistakeSign, Outcomes } from '../../pipeline/types';

/**
 * Whether what a mistake returns on the public cases fails a check of values and has its name: then nothing else that it
 * could be asked there, such as what laws ask beside, changes either.
 */
export function isToldByValues(
  author: ExerciseSpec,
  released: Exercise,
  { id, fails }: MistakeSpec,
  outcomes: Outcomes,
): boolean {
  if (fails !== undefined || mayBeTakenForAnother(author, released, outcomes)) return false;
  const failed = failedReferences(released, outcomes);
  return (
    failed.some(({ check }) => check.points > 0) && recogniseMistake(released, outcomes, new Map(), failed)?.id === id
  );
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
  const failed = failedReferences(released, outcomes).map(({ check }) => check.id);
  return mistakes.some(({ fails, holds }) => {
    if (fails === undefined) return false;
    return holds === undefined
      ? failed.every((id) => fails.some((one) => id === `${name}.${one}`))
      : !isLookedAt(holds, released) || lawHolds(holds, released, outcomes);
  });
}

/** Whether laws of a mistake are held against public cases at all. */
function isLookedAt({ law }: MistakeSign, { checks }: Exercise): boolean {
  return law.throughout !== undefined || checks.some(({ kind, cases }) => kind === 'property' && cases.length > 0);
}

function failedReferences(exercise: Exercise, outcomes: Outcomes): readonly CheckResult[] {
  const asked = exercise.checks.filter(({ kind, withdrawn }) => kind === 'reference' && withdrawn === undefined);
  return asked.map((check) => judge(check, exercise, outcomes)).filter(({ status }) => status === 'failed');
}
