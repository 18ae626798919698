import { valueAt } from '../../../execution/values';
import type { Exercise, KnownMistake, Outcomes, RecognisedMistake } from '../../types';
import { partOf } from '../checkKind';
import { diagnosticCases, fieldsOfReference, hasOwnField, mistakesWithField, recognised } from './recogniseMistake';
import { numbersIn } from './publicNumbers';

/**
 * The known mistake that one field of a result shows in all public cases, whatever is wrong with the other fields: two
 * slips, one of which depends on the other, as a step depends on its state, or is unknown.
 *
 * If several mistakes produce the same field, none of them is named.
 */
export function mistakeOfField(exercise: Exercise, outcomes: Outcomes): RecognisedMistake | undefined {
  const asked = partOf.public(exercise);
  const fields = fieldsOfReference(asked);
  if (fields.length < 2) return undefined;
  for (const field of fields) {
    if (!isComputed(asked, field, outcomes)) continue;
    const isMeant = (mistake: KnownMistake): boolean =>
      mistake.carriedFrom === undefined && hasOwnField(asked, field, mistake);
    const [found, ...others] = mistakesWithField(asked, field, outcomes).filter(isMeant);
    if (found !== undefined && others.length === 0) return recognised(found);
  }
  return undefined;
}

/** Whether a field has fractional numbers in several cases, which don't coincide by chance. */
function isComputed(exercise: Exercise, field: string, outcomes: Outcomes): boolean {
  const cases = diagnosticCases(exercise).filter(({ id }) => {
    const outcome = outcomes.get(id);
    const values = outcome?.status === 'returned' ? outcome.values : [];
    return values.some((value) => numbersIn(valueAt(value, [field])).some((number) => !Number.isInteger(number)));
  });
  return cases.length >= 2;
}
