import type { CheckResult, Exercise, KnownMistake, Outcome, Outcomes, RecognisedMistake } from '../../types';
import { isRecordValue, valueAt, type Value } from '../../../execution/values';
import { remembering } from '../checkKind';
import { difference } from '../difference';
import { equalOutcomes } from '../equalOutcomes';
import { holdsThroughout } from '../propertyCheck';
import { signatureOf } from './signatureOf';
import { tolerances } from '../tolerances';

/**
 * The known mistake that a submission's outcomes show.
 *
 * A mistake is recognised if on all cases every returned value equals what the mistake returns, and on one at least it
 * is clearly not what the reference returns.
 *
 * Where answers are free, it is recognised by which checks fail, and by a second witness, since what fails could have
 * other reasons: by laws that hold for it, or by what each of those checks finds wrong.
 *
 * @param diagnosed - mistakes already recognised in the file's other exercises: only those can be carried from there
 * @param failed - the checks that failed
 */
export function recogniseMistake(
  exercise: Exercise,
  outcomes: Outcomes,
  diagnosed: ReadonlyMap<string, string>,
  failed: readonly CheckResult[] = [],
): RecognisedMistake | undefined {
  const isCandidate = ({ id, carriedFrom }: KnownMistake): boolean =>
    carriedFrom === undefined || diagnosed.get(carriedFrom) === id;
  const candidates = exercise.mistakes.filter(isCandidate);
  // One that is carried explains more than one that is merely alike; and a law that holds, more than values.
  const rank = ({ carriedFrom, holds }: KnownMistake): number =>
    carriedFrom !== undefined ? 0 : holds !== undefined ? 1 : 2;
  const ordered = candidates.toSorted((a, b) => rank(a) - rank(b));
  const found = ordered.find((mistake) => {
    const { fails, holds } = mistake;
    if (fails === undefined) return matches(exercise, mistake, outcomes);
    const ids = failed.map(({ check }) => check.id);
    if (holds !== undefined) return fails.every((id) => ids.includes(id)) && holdsThroughout(holds, exercise, outcomes);
    return sameMembers(fails, ids) && failed.every((result) => findsAlike(mistake, result));
  });
  return (
    found && { id: found.id, hints: found.hints, translations: found.translations, carriedFrom: found.carriedFrom }
  );
}

/** Whether a check finds the same wrong with a submission as with a mistake. */
function findsAlike({ shows }: KnownMistake, { check, finding }: CheckResult): boolean {
  return shows === undefined || shows[check.id] === signatureOf(finding);
}

function sameMembers(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((member) => b.includes(member));
}

/** The cases that mistakes are recognised by: those of the reference checks. */
export const tellingCases = remembering((exercise: Exercise): Exercise['cases'] => {
  const ids = new Set(exercise.checks.flatMap((check) => (check.kind === 'reference' ? check.cases : [])));
  return exercise.cases.filter(({ id }) => ids.has(id));
});

/** What a mistake returns on each case. */
export type MistakeOutcomes = Pick<KnownMistake, 'outcomes'>;

/** Whether outcomes are those of a mistake and not the reference's. */
export function matches(exercise: Exercise, mistake: MistakeOutcomes, outcomes: Outcomes): boolean {
  return (
    equalsThroughout(exercise, mistake, outcomes) &&
    tellingCases(exercise).some(
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
export function equalsThroughout(exercise: Exercise, mistake: MistakeOutcomes, outcomes: Outcomes): boolean {
  // A mistake is its own equal, and has nothing found out of it for that.
  if (mistake.outcomes === outcomes) return true;
  return tellingCases(exercise).every(({ id, expected, scale }) => {
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

/** Names of the fields that a result has, if it is a record. */
function fieldsOf(outcome: Outcome | undefined): readonly string[] {
  const [first] = outcome?.status === 'returned' ? outcome.values : [];
  return typeof first === 'object' && isRecordValue(first) ? Object.keys(first) : [];
}

/** Whether one field of the results is, on all cases, the reference's or one recorded mistake's. */
export function fieldIsAccountedFor(exercise: Exercise, field: string, outcomes: Outcomes): boolean {
  const expected = expectedOf(exercise);
  return (
    expected.size > 0 &&
    (fieldEquals(exercise, field, expected, outcomes) || mistakesWithField(exercise, field, outcomes).length > 0)
  );
}

/** The recorded mistakes of which one field is, on all cases, what was returned. */
export function mistakesWithField(exercise: Exercise, field: string, outcomes: Outcomes): readonly KnownMistake[] {
  return exercise.mistakes.filter(
    (mistake) => mistake.fails === undefined && fieldEquals(exercise, field, mistake.outcomes, outcomes),
  );
}

/** Whether one field of a mistake's results is not the reference's. */
export function hasOwnField(exercise: Exercise, field: string, { fails, outcomes }: KnownMistake): boolean {
  return fails === undefined && !fieldEquals(exercise, field, expectedOf(exercise), outcomes);
}

/** Names of the fields that a right result has; none where it is no record. */
export function fieldsOfReference(exercise: Exercise): readonly string[] {
  return fieldsOf(tellingCases(exercise)[0]?.expected);
}

function expectedOf(exercise: Exercise): Outcomes {
  return new Map(tellingCases(exercise).map((one) => [one.id, one.expected]));
}

function fieldEquals(exercise: Exercise, field: string, wanted: Outcomes, outcomes: Outcomes): boolean {
  const fieldOf = (outcome: Outcome | undefined): Outcome | undefined =>
    onlyField(withoutConstants(exercise, outcome), field);
  return tellingCases(exercise).every(({ id, scale }) =>
    equalOutcomes(fieldOf(wanted.get(id)), fieldOf(outcomes.get(id)), tolerances.mistakeEqual, scale),
  );
}

const freeFields = remembering(({ checks }: Exercise): readonly string[] =>
  checks.flatMap((check) =>
    check.kind === 'reference' && check.comparison.rule === 'upToConstant' && check.field !== undefined
      ? [check.field]
      : [],
  ),
);

// Fields that count up to a constant are taken less their value in the case's first call.
export function withoutConstants(exercise: Exercise, outcome: Outcome | undefined): Outcome | undefined {
  if (outcome?.status !== 'returned') return outcome;
  const free = freeFields(exercise);
  if (free.length === 0) return outcome;
  const [first] = outcome.values;
  const relative = (value: Value): Value => {
    if (typeof value !== 'object' || !isRecordValue(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([field, item]) => [
        field,
        free.includes(field) ? difference(item, valueAt(first, [field])) : item,
      ]),
    );
  };
  return { ...outcome, values: outcome.values.map(relative) };
}

function onlyField(outcome: Outcome | undefined, field: string): Outcome | undefined {
  if (outcome?.status !== 'returned') return undefined;
  return { ...outcome, values: outcome.values.map((value) => valueAt(value, [field])) };
}
