import type { Case, Exercise, Outcome, Outcomes, RecognisedMistake } from '../../types';
import { numbersIn } from './publicNumbers';
import { partOf } from '../checkKind';
import { equalOutcomes } from '../equalOutcomes';
import { diagnosticCases, recognised, withoutConstants } from './recogniseMistake';
import { tolerances } from '../tolerances';

/**
 * The known mistake that a wrong function follows on nearly all public cases where the two could differ.
 *
 * Note [Followed]: a function with a known mistake often handles one edge differently from the recorded version: an
 * empty list, the first of equals, NaN. If it follows the mistake on four cases or more and deviates on at most one,
 * that mistake has to be fixed first. Counts, labels, values selected from the arguments and errors coincide by chance,
 * and prove nothing.
 */
export function mostlyKnown(exercise: Exercise, outcomes: Outcomes): RecognisedMistake | undefined {
  const cases = diagnosticCases(partOf.public(exercise));
  const same = (one: Case, a: Outcome | undefined, b: Outcome | undefined, bound: number): boolean =>
    equalOutcomes(withoutConstants(exercise, a), withoutConstants(exercise, b), bound, one.scale);
  const followed = exercise.mistakes.flatMap((mistake) => {
    if (mistake.fails !== undefined || mistake.carriedFrom !== undefined) return [];
    let [follows, others] = [0, 0];
    for (const one of cases) {
      const [got, theirs] = [outcomes.get(one.id), mistake.outcomes.get(one.id)];
      if (same(one, theirs, one.expected, tolerances.mistakeApart)) {
        if (!same(one, got, one.expected, tolerances.mistakeEqual)) others += 1;
      } else if (!same(one, got, theirs, tolerances.mistakeEqual)) others += 1;
      else if (isComputed(one, theirs)) follows += 1;
    }
    return follows >= 4 && others <= 1 ? [{ mistake, follows, others }] : [];
  });
  const [best, next] = followed.toSorted((a, b) => a.others - b.others || b.follows - a.follows);
  if (best === undefined || (best.others === next?.others && best.follows === next.follows)) return undefined;
  return recognised(best.mistake);
}

/** Whether some number of a result is fractional and not among the arguments. */
function isComputed({ calls }: Case, outcome: Outcome | undefined): boolean {
  if (outcome?.status !== 'returned') return false;
  const given = new Set(numbersIn(calls));
  return numbersIn(outcome.values).some((number) => !Number.isInteger(number) && !given.has(number));
}
