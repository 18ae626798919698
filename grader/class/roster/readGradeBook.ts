import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readImport, type KeptImport } from '../batch/keptImport';
import { readOwners } from '../batch/owners';
import type { Batch } from '../batch/readBatch';
import type { SubmissionResult } from '../../pipeline/report';
import { readSettings, type BatchSettings } from '../batch/settings';
import { checkOverrides } from './checkOverrides';
import { followOverrides } from './followOverrides';
import { gradesOf, type Grade } from './gradesOf';
import { judgingDifferences, judgingOf, type Judging } from './judging';
import { matchRoster, type Contents, type Owners, type RosterMatch } from './matchRoster';
import { readOverrides } from './readOverrides';
import { readRoster } from './readRoster';
import { readRubric } from './readRubric';
import { readTimes } from './readTimes';
import { groupsLikeSections, sectionsWithoutDate } from './sections';
import { slipDaysBefore } from './slipDaysUsed';
import { findStaleOverrides, seenOverrides, staleSentence, type StaleOverride } from './staleOverrides';
import type { Student } from './student';

/** A batch's results as grades of people. */
export interface GradeBook {
  readonly grades: readonly Grade[];
  /** Empty where there is no roster. */
  readonly students: readonly Student[];
  readonly match: RosterMatch;
  readonly owners?: Owners;
  readonly staleOverrides: readonly StaleOverride[];
  /** What a person should know before the grades go out. */
  readonly notes?: readonly string[];
}

export interface GradeBookOptions {
  readonly roster?: string | undefined;
  /** Instead of what the batch was begun with. */
  readonly judging?: Judging | undefined;
  /** The results don't count yet, so that nothing of it is noted anywhere. */
  readonly isTrial?: boolean;
  /** Batches for which this one is read, as it goes before them. */
  readonly chain?: readonly string[];
}

/**
 * Puts together a batch, the roster (`OUT/roster.csv`, unless another is named), `OUT/times.csv` and
 * `OUT/overrides.csv`, where they are there. Judged is by the dates and the policy that the batch was begun with.
 *
 * @throws in one sentence if one can't be read, or an override is of no one
 */
export async function readGradeBook(
  { folder, results }: Batch,
  course: Judging,
  options: GradeBookOptions = {},
): Promise<GradeBook> {
  const { roster, judging: given, isTrial = false, chain } = options;
  const settings = await readSettings(folder);
  const judging = given ?? (settings?.course === undefined ? course : judgingOf(settings.course));
  const rosterFile = roster ?? (await ifThere(join(folder, 'roster.csv')));
  const timesFile = await ifThere(join(folder, 'times.csv'));
  const overridesFile = await ifThere(join(folder, 'overrides.csv'));
  const listed = rosterFile === undefined ? [] : await readRoster(rosterFile, { timeZone: judging.timeZone });
  const ids = results[0]?.assignments.map(({ id }) => id) ?? [];
  const students =
    timesFile === undefined
      ? listed
      : await readTimes(timesFile, listed, [...ids, ...course.schedule.map(({ id }) => id)]);
  const written = overridesFile === undefined ? { overrides: [], comments: [] } : await readOverrides(overridesFile);
  const { overrides, comments, idle, notes } = followOverrides(written, results, await seenOverrides(folder));
  const names = results.map(({ submission }) => submission);
  const owners = await readOwners(folder);
  const match: RosterMatch =
    rosterFile === undefined
      ? { submissionOf: new Map(), absent: [], undecided: [], copies: new Map(), unmatched: [] }
      : matchRoster(students, names, owners, contentsOf(results));
  const rubricFile = await ifThere(join(folder, 'rubric.csv'));
  const rubrics = new Map(judging.schedule.flatMap(({ id, rubric }) => (rubric === undefined ? [] : [[id, rubric]])));
  const people = [...names, ...students.map(({ id }) => id)];
  const rubricRows = rubricFile === undefined ? [] : await readRubric({ file: rubricFile, people, rubrics });
  if (overridesFile !== undefined) {
    checkOverrides({ file: overridesFile, overrides, comments, people, results, allowBonus: judging.allowBonus });
  }
  const byName = new Map(results.map((result) => [result.submission, result]));
  const staleOverrides = await findStaleOverrides({
    folder,
    overrides,
    idle,
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

/** Whose totals wait for a person. */
function rubricNotes(folder: string, grades: readonly Grade[]): readonly string[] {
  const waiting = grades.filter(
    ({ submission, assignments }) =>
      submission !== undefined &&
      assignments.some(
        ({ status, rubric = [] }) => status !== 'missing' && rubric.some(({ points }) => points === null),
      ),
  ).length;
  return waiting === 0
    ? []
    : [
        `${waiting} ${waiting === 1 ? 'total waits' : 'totals wait'} for points of a rubric; \`grader rubric ${folder}\` writes rubric.csv to be filled in`,
      ];
}

/** Who handed in and could not be recognised looks absent here. */
function importNotes(kept: KeptImport | undefined): readonly string[] {
  const labels = kept?.unmatched.map(({ label }) => label) ?? [];
  return labels.length === 0
    ? []
    : [
        `${labels.length} ${labels.length === 1 ? 'hand-in was' : 'hand-ins were'} not imported, since no one in the roster fits: ${labels.join(', ')}; whoever handed them in is listed as absent`,
      ];
}

/** Of submissions whose content is known. */
function contentsOf(results: readonly SubmissionResult[]): Contents {
  return new Map(
    results.flatMap(({ submission, contentHash }) =>
      contentHash === undefined ? [] : [[submission, contentHash] as const],
    ),
  );
}

/** The roster that was given is not looked at any more, unless it is given again. */
async function rosterNotes(
  folder: string,
  settings: BatchSettings | undefined,
  given: string | undefined,
): Promise<readonly string[]> {
  const taken = settings?.roster;
  if (taken === undefined || given !== undefined) return [];
  const now = await hashOfFile(taken.file);
  const own = await hashOfFile(join(folder, 'roster.csv'));
  return now === undefined || now === taken.sha256 || now === own
    ? []
    : [
        `${taken.file} has changed since the batch took it; name it with --roster, or copy it to ${join(folder, 'roster.csv')}`,
      ];
}

function courseNotes(folder: string, settings: BatchSettings | undefined, course: Judging): readonly string[] {
  const differences = settings?.course === undefined ? [] : judgingDifferences(settings.course, course);
  return differences.length === 0
    ? []
    : [
        `judged as when ${folder} was begun: ${differences.join('; ')}; \`grader report ${folder} --new-dates\` shows what the course says now`,
      ];
}

/** Of a file that may be gone. */
export async function hashOfFile(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex');
}

async function ifThere(file: string): Promise<string | undefined> {
  return (await stat(file).catch(() => undefined)) === undefined ? undefined : file;
}
