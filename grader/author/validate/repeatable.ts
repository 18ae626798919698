import { checkOutcomes, withCarriedMistakes } from '../../pipeline/checks';
import type { AssignmentSpec } from '../../pipeline/course/spec';
import { prepareAssignment, type Seeds } from '../../pipeline/course';
import { toJson } from '../../pipeline/report';
import { scoreAssignment, totalScore, type Score } from '../../pipeline/score';
import type { ExerciseResult, Outcomes } from '../../pipeline/types';
import { failing, type Failure } from './claims';
import { outcomesOf, withoutGradients } from './runFunction';

/**
 * Grades a submission with each exercise's first known mistake twice more: in the same and in reverse order.
 */
export async function proveRepeatable(spec: AssignmentSpec, seeds: Seeds): Promise<readonly Failure[]> {
  const first = bytesByExercise(await gradeMistakes(spec, seeds));
  const again = bytesByExercise(await gradeMistakes(spec, seeds));
  const reversed = bytesByExercise(await gradeMistakes({ ...spec, exercises: spec.exercises.toReversed() }, seeds));
  return spec.exercises.flatMap(({ name }) => [
    ...differing(name, first, again, 'on a second run'),
    ...differing(name, first, reversed, 'with the exercises in another order'),
  ]);
}

/** The JSON result of each exercise, without the duration. */
export function bytesByExercise(score: Score): ReadonlyMap<string, string> {
  const versions = { graderVersion: '', specHash: '', node: '', tfjs: '' };
  const { assignments } = toJson(score, {
    submission: '',
    scope: 'full',
    seedLabel: '',
    isolation: 'process',
    ...versions,
  });
  return new Map(
    assignments.flatMap(({ exercises }) =>
      exercises.map((one) => [one.name, JSON.stringify({ ...one, durationMs: 0 })]),
    ),
  );
}

export function differing(
  exercise: string,
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
  when: string,
): readonly Failure[] {
  if (a.get(exercise) !== undefined && a.get(exercise) === b.get(exercise)) return [];
  const repair = 'look for state that outlives a call: module variables, random numbers without a seed, the clock';
  return [failing('repeatable', exercise)(`the same submission has another result ${when}`, repair)];
}

async function gradeMistakes(spec: AssignmentSpec, seeds: Seeds): Promise<Score> {
  const assignment = await prepareAssignment(spec, seeds, '');
  const runs: { readonly result: ExerciseResult; readonly outcomes: Outcomes }[] = [];
  for (const full of assignment.exercises) {
    const exercise = withoutGradients(full);
    const author = spec.exercises.find(({ name }) => name === exercise.name);
    const outcomes: Outcomes =
      author === undefined
        ? new Map()
        : await outcomesOf(exercise, author.mistakes[0]?.make ?? (() => author.reference));
    runs.push({ result: checkOutcomes(exercise, outcomes), outcomes });
  }
  const outcomesByName = new Map(runs.map(({ result, outcomes }) => [result.exercise.name, outcomes]));
  const results = runs.map(({ result }) => result);
  const exercises = withCarriedMistakes(results, (name) => outcomesByName.get(name));
  return totalScore([scoreAssignment({ assignment, status: 'graded', problem: undefined, exercises })]);
}
