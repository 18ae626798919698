import type { ExerciseJson, SubmissionResult } from '../../pipeline/report';
import { wholeAssignment, type Comment, type Decisions, type Override } from './readOverrides';

/** Decisions, adapted to renamed, withdrawn and removed exercises. */
export interface FollowedDecisions extends Decisions {
  /** Overrides of exercises and checks that don't count. */
  readonly ignored: readonly Override[];
  /** A sentence for each override that was ignored or renamed. */
  readonly notes: readonly string[];
}

/**
 * Applies decisions to the new names of renamed exercises, and ignores those about exercises that don't count.
 *
 * @param wasSeen - whether an earlier run knew the override: then its exercise was removed, and its name is no typo
 */
export function followOverrides(
  { overrides, comments }: Decisions,
  results: readonly SubmissionResult[],
  wasSeen: (override: Override) => boolean,
): FollowedDecisions {
  const kept: Override[] = [];
  const ignored: Override[] = [];
  const notes: string[] = [];
  for (const written of overrides) {
    const { row, exercise } = follow(written, results);
    const what = written.check ?? written.exercise;
    if (exercise === undefined && written.exercise !== wholeAssignment && wasSeen(written)) {
      ignored.push(written);
      notes.push(noteOn(written, `ignored, since ${what} was removed`));
    } else if (exercise !== undefined && isLeftOut(exercise, row.check)) {
      ignored.push(written);
      notes.push(noteOn(written, `ignored, since ${what} is left out of the total`));
    } else {
      kept.push(row);
      if (row !== written)
        notes.push(noteOn(written, `applied to ${row.exercise}, the new name of ${written.exercise}`));
    }
  }
  return { overrides: kept, comments: comments.map((one) => follow(one, results).row), ignored, notes };
}

function follow<Row extends Comment & Partial<Pick<Override, 'check'>>>(
  row: Row,
  results: readonly SubmissionResult[],
): { readonly row: Row; readonly exercise: ExerciseJson | undefined } {
  const exercises = results
    .flatMap(({ assignments }) => assignments)
    .filter(({ id }) => row.assignment === undefined || row.assignment === id)
    .flatMap((one) => one.exercises);
  const same = exercises.find(({ name }) => name === row.exercise);
  if (same !== undefined) return { row, exercise: same };
  const now = exercises.find(({ formerNames = [] }) => formerNames.includes(row.exercise));
  if (now === undefined) return { row, exercise: undefined };
  const renamed = { ...row, exercise: now.name };
  const check = row.check?.startsWith(`${row.exercise}.`) === true ? row.check.slice(row.exercise.length) : undefined;
  return { row: check === undefined ? renamed : { ...renamed, check: `${now.name}${check}` }, exercise: now };
}

function isLeftOut({ checks }: ExerciseJson, check: string | undefined): boolean {
  const own = check === undefined ? checks : checks.filter(({ id }) => id === check);
  return own.length > 0 && own.every(({ withdrawn }) => withdrawn === 'left-out');
}

function noteOn({ points, exercise, id, by, reason }: Override, note: string): string {
  return `${points} points for ${exercise} of ${id} by ${by} (${reason}): ${note}`;
}
