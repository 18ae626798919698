import { nearest } from '../../pipeline/words/didYouMean';
import type { ExerciseJson, SubmissionResult } from '../../pipeline/report';
import { everyone, type Override } from './readOverrides';
import { keyOf } from './student';

export interface OverridesToCheck {
  readonly file: string;
  readonly overrides: readonly Override[];
  /** Ids of students and names of submissions. */
  readonly people: readonly string[];
  readonly results: readonly SubmissionResult[];
  /** Whether the course lets a person give more points than there are. */
  readonly allowBonus?: boolean | undefined;
}

/**
 * Checks that every override is of someone and of something.
 *
 * @throws in one sentence that names the row otherwise: an override that is ignored is a grade that is lost
 */
export function checkOverrides({ file, overrides, people, results, allowBonus = false }: OverridesToCheck): void {
  const known = new Set([...people, everyone].map(keyOf));
  const exercises = exercisesIn(results);
  for (const override of overrides) {
    const { line, id, exercise, check, points } = override;
    const refuse = (fact: string): never => {
      throw new Error(`${file}, row ${line}: ${fact}`);
    };
    if (!known.has(keyOf(id)))
      refuse(`no one here is called ${id}${meant(id, people)}; give a student's id or a submission's name`);
    const found = exercises.filter((one) => isMeant(override, one.assignment, one.exercise.name));
    const [first] = found;
    if (first === undefined) {
      const names = exercises.map((one) => one.exercise.name);
      return refuse(`no graded assignment has an exercise ${nameOf(override)}${meant(exercise, names)}`);
    }
    if (found.length > 1) {
      const both = found.map((one) => `${one.assignment}/${exercise}`).join(' and ');
      refuse(`${exercise} can be ${both}; write one of these as the exercise`);
    }
    const maximum = check === undefined ? first.exercise.maxScore : maximumOf(first.exercise, check);
    if (maximum === undefined)
      refuse(
        `${exercise} has no check ${check ?? ''}${meant(
          check ?? '',
          first.exercise.checks.map((one) => one.id),
        )}`,
      );
    else if (points > maximum && !allowBonus) {
      refuse(
        `${points} points for ${check ?? exercise}, whose maximum is ${maximum}; "allowBonus": true in the course file permits more`,
      );
    }
  }
}

/** Whether an override is about this exercise of this assignment. */
export function isMeant(
  override: Pick<Override, 'assignment' | 'exercise'>,
  assignment: string,
  exercise: string,
): boolean {
  return override.exercise === exercise && (override.assignment === undefined || override.assignment === assignment);
}

interface FoundExercise {
  readonly assignment: string;
  readonly exercise: ExerciseJson;
}

/** Each exercise once, by assignment and name. */
function exercisesIn(results: readonly SubmissionResult[]): readonly FoundExercise[] {
  const found = new Map<string, FoundExercise>();
  for (const { assignments } of results) {
    for (const { id, exercises } of assignments) {
      for (const exercise of exercises)
        if (!found.has(`${id}/${exercise.name}`)) found.set(`${id}/${exercise.name}`, { assignment: id, exercise });
    }
  }
  return [...found.values()];
}

function maximumOf({ checks }: ExerciseJson, check: string): number | undefined {
  return checks.find(({ id }) => id === check)?.maxPoints;
}

function nameOf({ assignment, exercise }: Override): string {
  return assignment === undefined ? exercise : `${assignment}/${exercise}`;
}

function meant(text: string, candidates: readonly string[]): string {
  const near = nearest(text, candidates);
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}
