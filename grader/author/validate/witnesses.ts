import { compareValues, diagnosticCases } from '../../pipeline/checks';
import type { ExerciseSpec } from '../../pipeline/course/spec';
import { en } from '../../pipeline/report';
import { executeOf } from '../../execution';
import type { Case, Exercise, Outcome } from '../../pipeline/types';
import { isRecordValue, type Value } from '../../execution/values';
import { failing, type Failure } from './claims';
import { familyOf } from './rightAnswers';

/** Independent implementations agree with the reference, in the fields that they compute. */
export async function proveWitnesses(author: ExerciseSpec, exercise: Exercise): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const { name, compute, on } of author.witnesses) {
    const failure = failing('witnesses', exercise.name);
    const cases = diagnosticCases(exercise).filter(({ id }) => on === undefined || on.includes(familyOf(id)));
    if (cases.length === 0)
      failures.push(
        failure(`the witness ${name} is asked on no case`, 'name cases in `on` that a reference check runs on'),
      );
    for (const one of cases) {
      const { calls, apply } = one;
      const difference = disagreement(one, await executeOf(exercise, compute, { kind: 'calls', calls, apply }));
      const what = `the witness ${name} disagrees with the solution on ${familyOf(one.id)}`;
      const repair = 'find out which of the two is right; leave kinks out by `on`';
      if (difference !== undefined) failures.push(failure(what, repair, difference));
    }
  }
  return failures;
}

function disagreement({ expected, scale }: Case, outcome: Outcome): string | undefined {
  if (expected.status !== 'returned') return 'the solution does not return';
  if (outcome.status !== 'returned')
    return outcome.status === 'threw' ? `it throws ${outcome.error.message}` : outcome.status;
  const context = { comparison: { rule: 'standard' }, scale, step: undefined } as const;
  const unknown = outcome.values.flatMap((value, index) => fieldsBesides(value, expected.values[index]));
  if (unknown.length > 0) return `it computes ${[...new Set(unknown)].join(', ')}, which the solution does not return`;
  const shared = expected.values.map((value, index) => sharedFields(value, outcome.values[index]));
  if (shared.some(isEmptyRecord)) return 'it computes none of the fields';
  const { finding } = compareValues(shared, outcome.values, '', context);
  return finding === undefined ? undefined : en.finding(finding).join(', ');
}

/** The reference's result, restricted to the fields that a witness computes. */
function sharedFields(value: Value, got: Value): Value {
  if (!isRecordValue(value) || !isRecordValue(got)) return value;
  return Object.fromEntries(Object.entries(value).filter(([field]) => Object.hasOwn(got, field)));
}

/** Fields of a record that another one lacks. */
function fieldsBesides(got: Value, value: Value | undefined): readonly string[] {
  if (!isRecordValue(got) || !isRecordValue(value)) return [];
  return Object.keys(got).filter((field) => !Object.hasOwn(value, field));
}

function isEmptyRecord(value: Value): boolean {
  return isRecordValue(value) && Object.keys(value).length === 0;
}
