import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptImport } from '../batch/keptImport';
import type { BatchSettings } from '../batch/settings';
import type { Grade } from './gradesOf';
import { firstOf } from '../../pipeline/words/didYouMean';
import { judgingDifferences, type Judging } from './judging';
import type { Student } from './student';

/** Warns that unmatched submissions belong to students who look absent. */
export function importNotes(kept: KeptImport | undefined): readonly string[] {
  const labels = kept?.unmatched.map(({ label }) => label) ?? [];
  if (labels.length === 0) return [];
  const [count, students] =
    labels.length === 1
      ? ['1 submission matches', 'its student is']
      : [`${labels.length} submissions match`, 'their students are'];
  return [
    `${count} no one in the roster and could not be imported: ${labels.join(', ')}; ${students} listed as absent`,
  ];
}

/** Warns about times in a platform's list that could not be read: those students count as in time. */
export function timeNotes(students: readonly Student[]): readonly string[] {
  const unclear = students.filter(({ unclearTime }) => unclearTime !== undefined);
  const [first] = unclear;
  if (first === undefined) return [];
  const { names, leftOut } = firstOf(unclear.map(({ id }) => id));
  const ids = `${names.join(', ')}${leftOut === 0 ? '' : ` and ${leftOut} more`}`;
  return [
    `the roster's times of ${ids} can't be read, so they count as in time: ${first.unclearTime ?? ''}; write them as submittedAt, such as 2027-03-12T21:15:00+01:00`,
  ];
}

/** Warns that the roster given to `batch` has changed: it is not read again unless it is given again. */
export async function rosterNotes(
  folder: string,
  settings: BatchSettings | undefined,
  given: string | undefined,
): Promise<readonly string[]> {
  const taken = settings?.roster;
  if (taken === undefined || given !== undefined) return [];
  const copy = join(folder, 'roster.csv');
  const now = await hashOfFile(taken.file);
  if (now === undefined || now === taken.sha256 || now === (await hashOfFile(copy))) return [];
  return [`${taken.file} has changed since the batch read it; pass it with --roster, or copy it to ${copy}`];
}

/** Warns that the course's rules have changed since the batch was started. */
export function courseNotes(folder: string, settings: BatchSettings | undefined, course: Judging): readonly string[] {
  const differences = settings?.course === undefined ? [] : judgingDifferences(settings.course, course);
  if (differences.length === 0) return [];
  return [
    `graded by the rules that ${folder} was started with: ${differences.join('; ')}; \`grader report ${folder} --new-dates\` shows the effect of the current ones`,
  ];
}

/** Warns about totals that are empty until a person fills in the rubric. */
export function rubricNotes(folder: string, grades: readonly Grade[]): readonly string[] {
  const { length } = grades.filter(
    ({ submission, assignments }) =>
      submission !== undefined &&
      assignments.some(
        ({ status, rubric = [] }) => status !== 'missing' && rubric.some(({ points }) => points === null),
      ),
  );
  if (length === 0) return [];
  const count = length === 1 ? '1 total waits' : `${length} totals wait`;
  return [`${count} for rubric points; \`grader rubric ${folder}\` writes rubric.csv to fill in`];
}

/** The SHA-256 of a file; undefined if it can't be read. */
export async function hashOfFile(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex');
}
