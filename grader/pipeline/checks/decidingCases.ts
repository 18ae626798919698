import type { Case, Check, Exercise, Outcomes, ReferenceCheck } from '../types';
import { isRecordValue, type Value } from '../../execution/values';
import { casesOf, partOf, memoize } from './checkKind';
import { compareCase } from './referenceCheck';

/**
 * The cases that decide a check which needs more than one evaluation per case, public ones first.
 *
 * Note [Proven once]: if everything that the function returned on a case equals the reference's result, the reference's
 * own proof applies. Of such cases, the largest of each visibility is evaluated like the rest, and the others only if a
 * case has failed: then the smallest failing case is shown.
 *
 * @param fails - whether a case is known to fail the check
 */
export function decidingCases(
  check: Check,
  exercise: Exercise,
  outcomes: Outcomes,
  fails: (one: Case) => boolean,
): readonly Case[] {
  return (['public', 'hidden'] as const).flatMap((visibility) => {
    const cases = casesOf(check, partOf[visibility](exercise));
    const spared = new Set(cases.filter((one) => isRight(exercise, one, outcomes)).slice(0, -1));
    const deciding = cases.filter((one) => !spared.has(one));
    return deciding.some(fails) ? cases : deciding;
  });
}

/** Whether reference checks cover everything that is returned on a case, and find nothing wrong with it. */
function isRight({ checks }: Exercise, one: Case, outcomes: Outcomes): boolean {
  const references = wholeReferences(checks)(one);
  return (
    references.length > 0 &&
    references.every((check) => compareCase(check, one, outcomes.get(one.id)).finding === undefined)
  );
}

/** The reference checks on a case; none where they are not about everything that is returned. */
const wholeReferences = memoize((checks: readonly Check[]) =>
  memoize((one: Case): readonly ReferenceCheck[] => {
    const references = checks.flatMap((check) =>
      check.kind === 'reference' && check.cases.includes(one.id) ? [check] : [],
    );
    const held = new Set(references.map(({ field }) => field));
    return held.has(undefined) || fieldsOf(one).every((field) => held.has(field)) ? references : [];
  }),
);

function fieldsOf({ expected }: Case): readonly (string | undefined)[] {
  const value: Value = expected.status === 'returned' ? expected.values[0] : undefined;
  return isRecordValue(value) ? Object.keys(value) : [undefined];
}
