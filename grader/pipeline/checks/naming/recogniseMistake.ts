import type { CheckResult, Exercise, KnownMistake, KnownOutcomes, Outcome, RecognisedMistake } from '../../types';
import { isRecordValue, valueAt, type Value } from '../../../execution/values';
import { memoize } from '../checkKind';
import { difference } from '../difference';
import { equalOutcomes } from '../equalOutcomes';
import { lawHolds } from '../propertyCheck';
import { signatureOf } from './signatureOf';
import { tolerances } from '../tolerances';

/**
 * The known mistake that a submission's outcomes show.
 *
 * A mistake is recognised if every returned value equals what the mistake returns, on all cases, and clearly differs
 * from the reference on at least one.
 *
 * If answers are free, it is recognised by which checks fail plus a second criterion, since the failures could have
 * other reasons: laws that hold for it, or what each of those checks finds wrong.
 *
 * @param diagnosed - mistakes already recognised in the file's other exercises: only those can be carried from there
 * @param failed - the checks that failed
 */
export function recogniseMistake(
  exercise: Exercise,
  outcomes: KnownOutcomes,
  diagnosed: ReadonlyMap<string, string>,
  failed: readonly CheckResult[] = [],
): RecognisedMistake | undefined {
  const isCandidate = ({ id, carriedFrom }: KnownMistake): boolean =>
    carriedFrom === undefined || diagnosed.get(carriedFrom) === id;
  const candidates = exercise.mistakes.filter(isCandidate);
  // A carried mistake explains more than one that merely matches; a law that holds, more than values.
  const rank = ({ carriedFrom, holds }: KnownMistake): number =>
    carriedFrom !== undefined ? 0 : holds !== undefined ? 1 : 2;
  const ordered = candidates.toSorted((a, b) => rank(a) - rank(b));
  const found = ordered.find((mistake) => {
    const { fails, holds } = mistake;
    if (fails === undefined) return matches(exercise, mistake, outcomes);
    const ids = failed.map(({ check }) => check.id);
    if (holds !== undefined) return fails.every((id) => ids.includes(id)) && lawHolds(holds, exercise, outcomes);
    return sameMembers(fails, ids) && failed.every((result) => hasSameSignature(mistake, result));
  });
  return found && recognised(found);
}

export function recognised({ id, hints, translations, carriedFrom }: KnownMistake): RecognisedMistake {
  return { id, hints, translations, carriedFrom };
}

/** Whether a check finds the same problem with a submission as with a mistake. */
function hasSameSignature({ shows }: KnownMistake, { check, finding }: CheckResult): boolean {
  return shows === undefined || shows[check.id] === signatureOf(finding);
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((member) => b.includes(member));
}

/** The cases that mistakes are recognised by: those of the reference checks. */
export const diagnosticCases = memoize((exercise: Exercise): Exercise['cases'] => {
  const ids = new Set(exercise.checks.flatMap((check) => (check.kind === 'reference' ? check.cases : [])));
  return exercise.cases.filter(({ id }) => ids.has(id));
});

/** What a mistake returns on each case. */
export type MistakeOutcomes = Pick<KnownMistake, 'outcomes'>;

/** Whether outcomes are those of a mistake and not the reference's. */
export function matches(exercise: Exercise, mistake: MistakeOutcomes, outcomes: KnownOutcomes): boolean {
  return (
    equalsThroughout(exercise, mistake, outcomes) &&
    diagnosticCases(exercise).some(
      ({ id, expected, scale }) =>
        !equalOutcomes(
          withoutConstants(exercise, expected),
          withoutConstants(exercise, outcomes.get(id)),
          tolerances.mistakeApart,
          scale,
        ),
    )
  );
}

/** Whether outcomes are those of a mistake on every case that mistakes are recognised by. */
export function equalsThroughout(exercise: Exercise, mistake: MistakeOutcomes, outcomes: KnownOutcomes): boolean {
  // A mistake equals itself; comparing would compute its lazy outcomes.
  if (mistake.outcomes === outcomes) return true;
  return diagnosticCases(exercise).every(({ id, expected, scale }) => {
    const [recorded, got] = [mistake.outcomes.get(id), outcomes.get(id)];
    return (
      fieldsOf(expected).every((field) => fieldsOf(recorded).includes(field) || !fieldsOf(got).includes(field)) &&
      equalOutcomes(
        withoutConstants(exercise, recorded),
        withoutConstants(exercise, got),
        tolerances.mistakeEqual,
        scale,
      )
    );
  });
}

/** Names of a result's fields, if it is a record. */
export function fieldsOf(outcome: Outcome | undefined): readonly string[] {
  const [first] = outcome?.status === 'returned' ? outcome.values : [];
  return isRecordValue(first) ? Object.keys(first) : [];
}

/** Whether one field of the results equals, on all cases, the reference's or one recorded mistake's. */
export function fieldIsAccountedFor(exercise: Exercise, field: string, outcomes: KnownOutcomes): boolean {
  const expected = expectedOf(exercise);
  return (
    expected.size > 0 &&
    (fieldEquals(exercise, field, expected, outcomes) || mistakesWithField(exercise, field, outcomes).length > 0)
  );
}

/** The recorded mistakes for which one field equals, on all cases, what was returned. */
export function mistakesWithField(exercise: Exercise, field: string, outcomes: KnownOutcomes): readonly KnownMistake[] {
  return exercise.mistakes.filter(
    (mistake) => mistake.fails === undefined && fieldEquals(exercise, field, mistake.outcomes, outcomes),
  );
}

/** Whether one field of a mistake's results differs from the reference's. */
export function hasOwnField(exercise: Exercise, field: string, { fails, outcomes }: KnownMistake): boolean {
  return fails === undefined && !fieldEquals(exercise, field, expectedOf(exercise), outcomes);
}

/** Names of a correct result's fields; none if it is not a record. */
export function fieldsOfReference(exercise: Exercise): readonly string[] {
  return fieldsOf(diagnosticCases(exercise)[0]?.expected);
}

function expectedOf(exercise: Exercise): ReadonlyMap<string, Outcome> {
  return new Map(diagnosticCases(exercise).map((one) => [one.id, one.expected]));
}

function fieldEquals(exercise: Exercise, field: string, wanted: KnownOutcomes, outcomes: KnownOutcomes): boolean {
  const fieldOf = (outcome: Outcome | undefined): Outcome | undefined =>
    onlyField(withoutConstants(exercise, outcome), field);
  return diagnosticCases(exercise).every(({ id, scale }) =>
    equalOutcomes(fieldOf(wanted.get(id)), fieldOf(outcomes.get(id)), tolerances.mistakeEqual, scale),
  );
}

const freeFields = memoize(({ checks }: Exercise): readonly string[] =>
  checks.flatMap((check) =>
    check.kind === 'reference' && check.comparison.rule === 'upToConstant' && check.field !== undefined
      ? [check.field]
      : [],
  ),
);

// Subtracts the value in the case's first call from fields that are compared up to a constant.
export function withoutConstants(exercise: Exercise, outcome: Outcome | undefined): Outcome | undefined {
  if (outcome?.status !== 'returned') return outcome;
  const free = freeFields(exercise);
  if (free.length === 0) return outcome;
  const [first] = outcome.values;
  const relative = (value: Value): Value => {
    if (!isRecordValue(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, item]) => [
        field,
        free.includes(field) ? difference(item, valueAt(first, [field])) : item,
      ]),
    );
  };
  return { ...outcome, values: outcome.values.map(relative) };
}

export function onlyField(outcome: Outcome | undefined, field: string): Outcome | undefined {
  if (outcome?.status !== 'returned') return undefined;
  return { ...outcome, values: outcome.values.map((value) => valueAt(value, [field])) };
}
