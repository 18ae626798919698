import type { ExerciseJson, SubmissionResult } from '../../pipeline/report';
import { beside, type Comment, type Decisions, type Override } from './readOverrides';

/** Decisions as they stand after exercises were renamed, taken back or removed. */
export interface Followed extends Decisions {
  /** Overrides of what does not count any more. */
  readonly idle: readonly Override[];
  /** What became of which, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Lets decisions follow exercises that are called otherwise now, and sets aside those about what no longer counts.
 *
 * @param wasSeen - whether an override was there when grades were made before: then its exercise was removed, and it is
 *   no typo
 */
export function followOverrides(
  { overrides, comments }: Decisions,
  results: readonly SubmissionResult[],
  wasSeen: (override: Override) => boolean,
): Followed {
  const kept: Override[] = [];
  const idle: Override[] = [];
  const notes: string[] = [];
  for (const written of overrides) {
    const { row, exercise } = follow(written, results);
    const what = written.check ?? written.exercise;
    if (exercise === undefined && written.exercise !== beside && wasSeen(written)) {
      idle.push(written);
      notes.push(said(written, `counts no more, since ${what} is not there any more`));
    } else if (exercise !== undefined && isLeftOut(exercise, row.check)) {
      idle.push(written);
      notes.push(said(written, `counts no more, since ${what} is left out of the total`));
    } else {
      kept.push(row);
      if (row !== written)
        notes.push(said(written, `counts for ${row.exercise}, as ${written.exercise} is called now`));
    }
  }
  return { overrides: kept, comments: comments.map((one) => follow(one, results).row), idle, notes };
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
  const check = row.check?.startsWith(`${row.exercise}.`) === true;
  const renamed = { ...row, exercise: now.name };
  return {
    row: check ? { ...renamed, check: `${now.name}${row.check?.slice(row.exercise.length) ?? ''}` } : renamed,
    exercise: now,
  };
}

function isLeftOut({ checks }: ExerciseJson, check: string | undefined): boolean {
  const own = check === undefined ? checks : checks.filter(({ id }) => id === check);
  return own.length > 0 && own.every(({ withdrawn }) => withdrawn === 'left-out');
}

function said({ points, exercise, id, by, reason }: Override, what: string): string {
  return `${points} points for ${exercise} of ${id} by ${by} (${reason}): ${what}`;
}
