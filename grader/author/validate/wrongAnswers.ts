import { recogniseMistake, partOf, compareValues, tellingCases } from '../../pipeline/checks';
import type { ExerciseFunction, ExerciseSpec } from '../../pipeline/course/spec';
import type { ScoredExercise } from '../../pipeline/score';
import type { Assignment, Exercise, Outcomes } from '../../pipeline/types';
import type { Failure } from './claims';
import { smaller, unmatched, type Measured } from './figures';
import { marginOf } from './margin';
import { outcomesOf, scoreFunction, scoreOutcomes, withoutGradients } from './runFunction';

interface WrongProof {
  readonly failures: readonly Failure[];
  readonly mildest: Measured;
}

/**
 * Every known mistake loses points and is recognised by its own id, with all cases and with the public ones alone.
 *
 * @param full - with hidden cases
 * @param released - with public cases alone, as a student's copy has it: mistakes are run on it in the order of that
 *   copy, which only those that remember something can tell from the public part of the whole run; undefined: they are
 *   not, and what was recorded of them is not computed once more
 */
export function proveMistakes(author: ExerciseSpec, full: Exercise, released: Exercise | undefined): WrongProof {
  const failures: Failure[] = [];
  let mildest = unmatched;
  const publicPart = released ?? partOf.public(full);
  for (const { id, make, fails } of author.mistakes) {
    const recorded = full.mistakes.find((mistake) => mistake.id === id && mistake.carriedFrom === undefined)?.outcomes;
    const known = released === undefined ? recorded : undefined;
    const all = judgeMistake(full, make, outcomesOf(withoutGradients(full), make, known));
    const onPublic = judgeMistake(
      publicPart,
      make,
      released === undefined ? all.outcomes : outcomesOf(withoutGradients(released), make),
    );
    // One that is told by other checks may well return what the reference does.
    if (fails === undefined)
      mildest = smaller(mildest, { value: marginOf(publicPart, onPublic.outcomes).value, of: id });
    for (const [{ score, maxScore, mistake }, scope] of [
      [onPublic.result, 'the public cases alone'],
      [all.result, 'all cases'],
    ] as const) {
      const failure = (what: string, repair: string): void =>
        void failures.push({
          claim: 'mistakes',
          exercise: full.name,
          what: `the mistake ${id} ${what} on ${scope}`,
          repair,
        });
      if (score === maxScore) failure('loses no points', 'add a case where it differs from the solution');
      else if (mistake?.id !== id) {
        const taken = mistake === undefined ? 'is not recognised' : `is taken for ${mistake.id}`;
        failure(taken, 'add a public case that tells it apart, or drop one of the two');
      }
    }
  }
  return { failures, mildest };
}

function judgeMistake(
  exercise: Exercise,
  make: () => ExerciseFunction,
  outcomes: Outcomes,
): { readonly outcomes: Outcomes; readonly result: ScoredExercise } {
  // A mistake that loses points without gradient checks, which take most of the time, needs none.
  const first = scoreOutcomes(withoutGradients(exercise), outcomes);
  return { outcomes, result: first.score < first.maxScore ? first : scoreFunction(exercise, make) };
}

/** A neighbour's mistake must be recognised as carried where it shows, once the neighbour is diagnosed. */
export function proveCarriedMistakes(exercise: Exercise, assignment: Assignment): readonly Failure[] {
  return exercise.mistakes.flatMap(({ id, carriedFrom, outcomes }) => {
    const neighbour = assignment.exercises.find(({ name }) => name === carriedFrom);
    if (carriedFrom === undefined || neighbour === undefined || equalsReference(exercise, outcomes)) return [];
    const recognised = recogniseMistake(exercise, outcomes, new Map([[carriedFrom, id]]));
    if (recognised?.carriedFrom === carriedFrom) return [];
    const what = `the mistake ${id} of ${carriedFrom} shows through and is not recognised as carried`;
    return [
      {
        claim: 'carried' as const,
        exercise: exercise.name,
        what,
        repair: `see what buildsOn.${carriedFrom} returns with it`,
      },
    ];
  });
}

function equalsReference(exercise: Exercise, outcomes: Outcomes): boolean {
  return tellingCases(exercise).every(({ id, expected, scale }) => {
    const outcome = outcomes.get(id);
    if (expected.status !== 'returned' || outcome?.status !== 'returned') return false;
    const context = { comparison: { rule: 'standard' }, scale, step: undefined } as const;
    return compareValues(expected.values, outcome.values, '', context).finding === undefined;
  });
}
