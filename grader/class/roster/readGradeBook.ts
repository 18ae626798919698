import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch } from '../batch/readBatch';
import type { Course } from '../../pipeline/course';
import { gradesOf, type Grade } from './gradesOf';
import { matchRoster, type RosterMatch } from './matchRoster';
import { checkOverrides, readOverrides } from './readOverrides';
import { readRoster, type Student } from './readRoster';
import { findStaleOverrides, type StaleOverride } from './staleOverrides';

/** A batch's results as grades of people. */
export interface GradeBook {
  readonly grades: readonly Grade[];
  /** Empty where there is no roster. */
  readonly students: readonly Student[];
  readonly match: RosterMatch;
  readonly staleOverrides: readonly StaleOverride[];
}

/**
 * Puts together a batch, the roster (`OUT/roster.csv`, unless another is named) and `OUT/overrides.csv`, where they are there.
 *
 * @throws in one sentence if either can't be read, or an override is of nobody
 */
export async function readGradeBook(
  { folder, results }: Batch,
  course: Pick<Course, 'schedule' | 'timeZone' | 'latePolicy'>,
  { roster }: { readonly roster?: string | undefined } = {},
): Promise<GradeBook> {
  const rosterFile = roster ?? (await ifThere(join(folder, 'roster.csv')));
  const overridesFile = await ifThere(join(folder, 'overrides.csv'));
  const students = rosterFile === undefined ? [] : await readRoster(rosterFile);
  const overrides = overridesFile === undefined ? [] : await readOverrides(overridesFile);
  const names = results.map(({ submission }) => submission);
  const match: RosterMatch =
    rosterFile === undefined ? { submissionOf: new Map(), absent: [], unmatched: [] } : matchRoster(students, names);
  if (overridesFile !== undefined) checkOverrides(overridesFile, overrides, [...names, ...students.map(({ id }) => id)], results);
  const staleOverrides = await findStaleOverrides(folder, overrides, results);
  return { grades: gradesOf({ results, course, students, match, overrides }), students, match, staleOverrides };
}

async function ifThere(file: string): Promise<string | undefined> {
  return (await stat(file).catch(() => undefined)) === undefined ? undefined : file;
}
