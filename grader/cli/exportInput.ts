import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readImport, readBatch, readResult, type Batch, gradesTable, pendingIn } from '../class/batch';
import { writeWhole } from '../files';
import { loadPublicAssignment, readCourse, type Checkout, type Course } from '../pipeline/course';
import {
  identityVariables,
  narrowGrade,
  narrowResult,
  readSheet,
  worksheetColumns,
  type AssignmentInfo,
  type ExportInput,
} from '../class/export';
import { readGradeBook, type GradeBook } from '../class/roster';
import { didYouMean } from '../pipeline/words/didYouMean';
import { UsageError } from './errors';
import type { Pairs } from './pairs';

/** Command-line options that choose what is exported. */
export interface ExportInputOptions {
  readonly into?: string;
  readonly roster?: string;
  readonly assignment?: readonly string[];
  readonly submission?: string;
  readonly column?: Pairs;
  readonly set?: Pairs;
  readonly scale?: boolean;
  readonly absent?: number;
  readonly confirmAbsent?: boolean;
}

/**
 * Reads the results, the people they belong to, and the file to fill in.
 *
 * @returns what to export, and notes for the user
 * @throws UsageError for an unknown assignment, submission or field
 */
export async function readInput(
  from: string,
  options: ExportInputOptions,
  checkout: Checkout,
): Promise<{ readonly input: ExportInput; readonly notes: readonly string[] }> {
  const batch = await openBatch(from);
  const course = await readCourse(checkout.root);
  const book = await readGradeBook(batch, course, { roster: options.roster });
  const all = [...new Set(batch.results.flatMap(({ assignments }) => assignments.map(({ id }) => id)))];
  for (const id of options.assignment ?? []) {
    if (!all.includes(id)) throw new UsageError(`${from} has no results of ${id}; ${didYouMean(id, all)}`);
  }
  const ids = options.assignment === undefined ? all : all.filter((id) => options.assignment?.includes(id));
  const narrow = <T>(one: T, by: (one: T, ids: readonly string[]) => T): T =>
    options.assignment === undefined ? one : by(one, ids);
  checkNames(options, all);
  const kept = await readImport(batch.folder);
  const { submission: only } = options;
  const names = batch.results.map(({ submission }) => submission);
  if (only !== undefined && !names.includes(only))
    throw new UsageError(`${from} has no submission ${only}; ${didYouMean(only, names)}`);
  return {
    input: {
      results: batch.results
        .filter(({ submission }) => submission === (only ?? submission))
        .map((one) => narrow(one, narrowResult)),
      grades: book.grades
        .filter(({ submission }) => only === undefined || submission === only)
        .map((one) => narrow(one, narrowGrade)),
      hasRoster: book.students.length > 0,
      students: only === undefined ? book.students : [],
      owners: book.owners,
      imported: kept,
      notImported: kept?.unmatched.map(({ label }) => label) ?? [],
      // Unknown if the submissions are no longer there.
      pending: only === undefined ? await pendingIn(batch).catch(() => []) : [],
      assignments: await Promise.all(ids.map((id) => describe(checkout, course, id))),
      options: {
        into: options.into === undefined ? undefined : await readSheet(options.into),
        isNamed: options.assignment !== undefined,
        columns: options.column ?? new Map(),
        scale: options.scale === true,
        absent: options.absent,
        isAbsentConfirmed: options.confirmAbsent === true,
        identity: { ...identityHere(), ...Object.fromEntries(options.set ?? []) },
      },
    },
    notes: [
      ...(book.notes ?? []),
      ...(only === undefined ? await renewGrades(batch, book, options.roster !== undefined) : []),
    ],
  };
}

/** An unknown name would otherwise be ignored silently. */
function checkNames({ column = new Map(), set = new Map() }: ExportInputOptions, ids: readonly string[]): void {
  for (const [name] of column) {
    if (ids.includes(name) || worksheetColumns.some((one) => one === name)) continue;
    throw new UsageError(
      `--column ${name} is neither an assignment nor a column of the worksheet; ${didYouMean(name, [...ids, ...worksheetColumns])}`,
    );
  }
  const fields = Object.keys(identityVariables);
  for (const [name] of set)
    if (!fields.includes(name)) throw new UsageError(`there is no field ${name}; ${didYouMean(name, fields)}`);
}

/** Opens a batch's folder, or one result written by `grade --json`. */
async function openBatch(from: string): Promise<Batch> {
  const found = await stat(from).catch(() => undefined);
  if (found === undefined)
    throw new UsageError(`there is no ${from}; give the folder that \`grader batch DIR --out OUT\` wrote`);
  return found.isDirectory() ? readBatch(from) : { folder: `${from}.none`, results: [await readResult(from)] };
}

// An assignment that no longer exists is titled by its id.
async function describe(checkout: Checkout, { schedule }: Course, id: string): Promise<AssignmentInfo> {
  const found = await loadPublicAssignment(checkout, id).catch(() => undefined);
  const { due, dueBySection = {} } = schedule.find((one) => one.id === id) ?? {};
  const dates = [...(due === undefined ? [] : [due]), ...Object.values(dueBySection)];
  return { id, title: found?.title ?? id, file: found?.file ?? '', isDue: dates.every((date) => date <= new Date()) };
}

/** Keeps `grades.csv` in agreement with what is exported. */
async function renewGrades(
  { folder, results }: Batch,
  book: GradeBook,
  isOtherRoster: boolean,
): Promise<readonly string[]> {
  const file = join(folder, 'grades.csv');
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === undefined) return [];
  const pending = await pendingIn({ folder, results }).catch(() => undefined);
  if (pending === undefined) return [];
  const now = gradesTable(results, pending, book);
  if (now === before) return [];
  if (isOtherRoster)
    return [
      `${file} is by another roster, and says otherwise; copy the roster to ${join(folder, 'roster.csv')} to have both alike`,
    ];
  await writeWhole(file, now);
  return [
    `${file} was older than the roster or the overrides, and is renewed; \`grader report ${folder}\` renews the pages`,
  ];
}

/** The fields of Classroom 50 that this environment provides. */
function identityHere(): Readonly<Record<string, string>> {
  const identity: Record<string, string> = {};
  for (const [field, variables] of Object.entries(identityVariables)) {
    const value = variables.map((name) => process.env[name]).find((one) => one !== undefined && one !== '');
    if (value !== undefined) identity[field] = value;
  }
  // The time of the commit graded by the Actions step. Outside of Actions the commit here is not a student's.
  if (identity.datetime === undefined && process.env.GITHUB_ACTIONS === 'true') {
    const { stdout } = spawnSync('git', ['show', '-s', '--format=%ct', 'HEAD'], { encoding: 'utf8' });
    const seconds = Number(stdout);
    if (seconds > 0) identity.datetime = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  }
  return identity;
}
