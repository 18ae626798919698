import type { Exercise, Outcomes, RecognisedMistake } from '../../types';
import { hintsOf } from '../../words/mistakes';
import { allFinite, isEqual, publicNumbers, sameForm, type Numbers } from './publicNumbers';
import { quantitiesOf } from './quantitiesOf';
import { relationOf, type Relation, type Sample } from './relations';

/**
 * How a wrong result relates to the correct one, if one rule describes each wrong field on every public case; see Note
 * [Relations].
 */
export function relatedValues(exercise: Exercise, outcomes: Outcomes): RecognisedMistake | undefined {
  const { cases, read } = publicNumbers(exercise);
  const [right, got] = [read(({ expected }) => expected), read(({ id }) => outcomes.get(id))];
  if (right === undefined || got === undefined || !sameForm(right, got)) return undefined;
  if (!allFinite(right) || !allFinite(got)) return undefined;
  const quantities = quantitiesOf(exercise, cases);
  const scales = cases.map(({ scale }) => scale ?? 0);
  const wrong = [...right.keys()].flatMap((field) => {
    const samples = samplesOf(field, { right, got, scales });
    if (samples.every((one) => isEqual(one.right, one.got, one.scale))) return [];
    return [{ field, relation: relationOf(samples, quantities) }];
  });
  const [first, ...others] = wrong;
  if (first?.relation === undefined || others.some(({ relation }) => relation === undefined)) return undefined;
  return named(first.field, first.relation, others.length);
}

function samplesOf(
  field: string,
  { right, got, scales }: { readonly right: Numbers; readonly got: Numbers; readonly scales: readonly number[] },
): readonly Sample[] {
  return (right.get(field) ?? []).flatMap((numbers, one) =>
    numbers.map((number, index) => {
      return { right: number, got: got.get(field)?.[one]?.[index] ?? NaN, one, scale: scales[one] ?? 0 };
    }),
  );
}

function named(field: string, { id, says }: Relation, others: number): RecognisedMistake {
  return { id, ...hintsOf((words) => words.related(field, says(words.rules), others > 0)), carriedFrom: undefined };
}
