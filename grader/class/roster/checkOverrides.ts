import { plural } from '../../pipeline/words/english';
import { nearest } from '../../pipeline/words/didYouMean';
import type { ExerciseJson, SubmissionResult } from '../../pipeline/report';
import { everyone, wholeAssignment, type Comment, type Decisions, type Override } from './readOverrides';
import { keyOf } from './student';

export interface OverridesToCheck extends Decisions {
  readonly file: string;
  /** Ids of students and names of submissions. */
  readonly people: readonly string[];
  readonly results: readonly SubmissionResult[];
  /** Whether the course allows more points than the maximum. */
  readonly allowBonus?: boolean | undefined;
}

/**
 * Checks that every override and comment names a known person and a known exercise.
 *
 * @throws in one sentence with the row otherwise: an ignored override is a lost grade
 */
export function checkOverrides(given: OverridesToCheck): void {
  const { file, overrides, comments, people, results, allowBonus = false } = given;
  const known = new Set([...people, everyone].map(keyOf));
  const exercises = exercisesIn(results);
  const refusal =
    ({ line }: Comment): Refuse =>
    (fact) => {
      throw new Error(`${file}, row ${line}: ${fact}`);
    };
  for (const row of [...overrides, ...comments]) {
    if (!known.has(keyOf(row.id)))
      refusal(row)(
        `unknown student or submission ${row.id}${suggestion(row.id, people)}; use a student's id or a submission's name`,
      );
  }
  for (const row of comments) exerciseOf(row, exercises, refusal(row));
  const lines = new Map<string, number>();
  for (const row of overrides) {
    const found = exerciseOf(row, exercises, refusal(row));
    checkPoints(row, found, allowBonus, refusal(row));
    if (row.exercise === wholeAssignment) continue;
    // `softmax` and `03-losses/softmax`, or a former name, are the same exercise.
    const key = JSON.stringify([keyOf(row.id), found.assignment, row.exercise, row.check]);
    const first = lines.get(key);
    if (first !== undefined)
      refusal(row)(`row ${first} overrides ${found.assignment}/${row.exercise} of ${row.id} too; keep one of them`);
    lines.set(key, row.line);
  }
}

type Refuse = (fact: string) => never;

/** The exercise of a row. A row for the whole assignment is represented by its first exercise. */
function exerciseOf(row: Override | Comment, exercises: readonly FoundExercise[], refuse: Refuse): FoundExercise {
  const { exercise } = row;
  const found = exercises.filter((one) => appliesTo(row, one.assignment, one.exercise.name));
  const [first] = found;
  if (first === undefined) {
    const names = exercises.map((one) => one.exercise.name);
    return refuse(`no graded assignment has an exercise ${nameOf(row)}${suggestion(exercise, names)}`);
  }
  const assignments = new Set(found.map(({ assignment }) => assignment));
  if (assignments.size > 1) {
    const each = [...assignments].map((assignment) => `${assignment}/${exercise}`).join(' or ');
    refuse(`several assignments have an exercise ${exercise}; write ${each}`);
  }
  return first;
}

function checkPoints(override: Override, { exercise: own }: FoundExercise, allowBonus: boolean, refuse: Refuse): void {
  const { exercise, check, points } = override;
  // `gradeAssignment` compares the sum with the assignment's maximum.
  if (exercise === wholeAssignment) return;
  const maximum = check === undefined ? own.maxScore : maximumOf(own, check);
  if (maximum === undefined) {
    const ids = own.checks.map((one) => one.id);
    refuse(`${exercise} has no check ${check ?? ''}${suggestion(check ?? '', ids)}`);
  } else if (points > maximum && !allowBonus) {
    refuse(
      `${plural(points, 'point')} for ${check ?? exercise}, whose maximum is ${maximum}; set "allowBonus": true in the course file to allow this`,
    );
  }
}

/** Whether an override or a comment is for this exercise of this assignment, or for the whole assignment. */
export function appliesTo(
  row: Pick<Override, 'assignment' | 'exercise'>,
  assignment: string,
  exercise: string,
): boolean {
  const isHere = row.assignment === undefined || row.assignment === assignment;
  return isHere && (row.exercise === exercise || row.exercise === wholeAssignment);
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

function nameOf({ assignment, exercise }: Pick<Override, 'assignment' | 'exercise'>): string {
  return assignment === undefined ? exercise : `${assignment}/${exercise}`;
}

function suggestion(text: string, candidates: readonly string[]): string {
  const near = nearest(text, candidates);
  return near === undefined ? '' : ` (did you mean ${near}?)`;
}
