import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifAbsent } from '../../files';
import { readImport } from '../batch/keptImport';
import { readOwners } from '../batch/owners';
import type { Batch } from '../batch/readBatch';
import type { SubmissionResult } from '../../pipeline/report';
import { readSettings } from '../batch/settings';
import { checkOverrides } from './checkOverrides';
import { followOverrides } from './followOverrides';
import { courseNotes, importNotes, rosterNotes, rubricNotes, timeNotes } from './gradeBookNotes';
import { gradesOf, type Grade } from './gradesOf';
import { judgingOf, type Judging } from './judging';
import { matchRoster, type Contents, type Owners, type RosterMatch } from './matchRoster';
import { readOverrides } from './readOverrides';
import { readRoster } from './readRoster';
import { readRubric } from './readRubric';
import { readTimes } from './readTimes';
import { groupsLikeSections, sectionsWithoutDate } from './sections';
import { slipDaysBefore } from './slipDaysUsed';
import { findStaleOverrides, seenOverrides, staleSentence, type StaleOverride } from './staleOverrides';
import type { Student } from './student';

/** A batch's results as grades of students. */
export interface GradeBook {
  readonly grades: readonly Grade[];
  /** Empty without a roster. */
  readonly students: readonly Student[];
  readonly match: RosterMatch;
  readonly owners?: Owners;
  readonly staleOverrides: readonly StaleOverride[];
  /** Warnings to read before the grades are published. */
  readonly notes?: readonly string[];
}

export interface GradeBookOptions {
  readonly roster?: string | undefined;
  /** Replaces the rules that the batch was started with. */
  readonly judging?: Judging | undefined;
  /** Whether the results don't count yet, so that new overrides are not recorded. */
  readonly isTrial?: boolean;
  /** The later batches for which this one is read. */
  readonly chain?: readonly string[];
}

/**
 * Combines a batch with the roster (`OUT/roster.csv`, unless another is given), `OUT/times.csv`, `OUT/overrides.csv`
 * and `OUT/rubric.csv`, where they exist. Due dates and late policy are those that the batch was started with.
 *
 * @throws in one sentence if a file can't be read, or contains an unknown person or exercise
 */
export async function readGradeBook(
  { folder, results }: Batch,
  course: Judging,
  options: GradeBookOptions = {},
): Promise<GradeBook> {
  const { roster, judging: given, isTrial = false, chain } = options;
  const settings = await readSettings(folder);
  const judging = given ?? (settings?.course === undefined ? course : judgingOf(settings.course));
  const rosterFile = roster ?? (await ifExists(join(folder, 'roster.csv')));
  const timesFile = await ifExists(join(folder, 'times.csv'));
  const overridesFile = await ifExists(join(folder, 'overrides.csv'));
  const listed = rosterFile === undefined ? [] : await readRoster(rosterFile, { timeZone: judging.timeZone });
  const ids = results[0]?.assignments.map(({ id }) => id) ?? [];
  const students =
    timesFile === undefined
      ? listed
      : await readTimes(timesFile, listed, [...ids, ...course.schedule.map(({ id }) => id)]);
  const written = overridesFile === undefined ? { overrides: [], comments: [] } : await readOverrides(overridesFile);
  const { overrides, comments, ignored, notes } = followOverrides(written, results, await seenOverrides(folder));
  const names = results.map(({ submission }) => submission);
  const owners = await readOwners(folder);
  const match: RosterMatch =
    rosterFile === undefined
      ? { submissionOf: new Map(), absent: [], undecided: [], copies: new Map(), unmatched: [] }
      : matchRoster(students, names, owners, contentsOf(results));
  const rubricFile = await ifExists(join(folder, 'rubric.csv'));
  const rubrics = new Map(judging.schedule.flatMap(({ id, rubric }) => (rubric === undefined ? [] : [[id, rubric]])));
  const people = [...names, ...students.map(({ id }) => id)];
  const rubricRows = rubricFile === undefined ? [] : await readRubric({ file: rubricFile, people, rubrics });
  if (overridesFile !== undefined)
    checkOverrides({ file: overridesFile, overrides, comments, people, results, allowBonus: judging.allowBonus });
  const byName = new Map(results.map((result) => [result.submission, result]));
  const staleOverrides = await findStaleOverrides({
    folder,
    overrides,
    ignored,
    results,
    resultOf: (id) => byName.get(match.submissionOf.get(id) ?? id),
    isNoted: !isTrial,
  });
  const grades = gradesOf({
    results,
    course: judging,
    students,
    match,
    overrides,
    comments,
    rubricRows,
    slipDaysUsed: await slipDaysBefore(folder, settings?.after ?? [], chain ?? [], async (before, known) => {
      const book = await readGradeBook(before, course, { isTrial: true, chain: known });
      return book.grades;
    }),
  });
  return {
    grades,
    students,
    match,
    owners,
    staleOverrides,
    notes: [
      ...importNotes(await readImport(folder)),
      ...timeNotes(students),
      ...(await rosterNotes(folder, settings, roster)),
      ...courseNotes(folder, settings, course),
      ...groupsLikeSections(students.map(({ group }) => group)),
      ...sectionsWithoutDate(
        judging,
        students.map(({ section }) => section),
      ),
      ...rubricNotes(folder, grades),
      ...notes,
      ...staleOverrides.map(staleSentence),
    ],
  };
}

function contentsOf(results: readonly SubmissionResult[]): Contents {
  return new Map(
    results.flatMap(({ submission, contentHash }) =>
      contentHash === undefined ? [] : [[submission, contentHash] as const],
    ),
  );
}

async function ifExists(file: string): Promise<string | undefined> {
  return (await stat(file).catch(ifAbsent(undefined))) === undefined ? undefined : file;
}
