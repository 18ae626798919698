import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import { loadPublicAssignment, readCourse } from '../../pipeline/course';
import {
  importDownload,
  nameOf,
  platforms,
  readPattern,
  WrongPlatform,
  type ImportReport,
  type Platform,
} from '../../class/import';
import { keyOf, readRoster, type Student } from '../../class/roster';
import { archiveKindOf } from '../../pipeline/submission';
import type { Assignment } from '../../pipeline/types';
import { readTable } from '../../files';
import { chooseAssignments } from '../chooseAssignments';
import { Interrupted, UsageError } from '../errors';
import type { Installation } from '../installation';
import { type OutputOptions, startProgress } from '../progress';
import { abortOnSignal } from '../abortOnSignal';
import { printLines } from '../printLines';

interface ImportCommandOptions extends OutputOptions {
  readonly from: Platform;
  readonly roster: string;
  readonly out: string;
  readonly assignment?: string;
  readonly map?: string;
  readonly pattern?: RegExp;
}

/** `grader import DOWNLOAD`: turns a platform's bulk download into a folder for `grader batch`. */
export function addImport(grader: Command, installation: Installation): void {
  grader
    .command('import <download>')
    .description(
      "turns a platform's bulk download, a zip or a folder, into a folder for `grader batch`; lists who is unmatched or absent",
    )
    .requiredOption('--from <platform>', `platform it comes from: ${platforms.join(', ')}`, parsePlatform)
    .requiredOption(
      '--roster <file>',
      "the class list: name,id,email,submittedAt,extendedUntil,group, or the platform's own",
    )
    .requiredOption('--out <dir>', 'new folder to write to')
    .option('-a, --assignment <id>', 'assignment it belongs to: times and late marks then apply to this one only')
    .option('--map <file>', 'table label,id for work whose name identifies no one')
    .option('--pattern <form>', '--from pattern: format of its paths, such as "{id}_{any}/{file}"', parsePattern)
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText(
      'after',
      '\nExamples:\n  grader import submissions.zip --from canvas --roster roster.csv --out work\n' +
        '  grader import clones --from github --roster classroom_roster.csv --out work\n' +
        '  grader batch work --out results --roster work/roster.csv --assignment 03-losses',
    )
    .action((download: string, options: ImportCommandOptions) => runImport(download, options, installation));
}

function parsePattern(text: string): RegExp {
  try {
    return readPattern(text);
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message}.`);
  }
}

function parsePlatform(text: string): Platform {
  const found = platforms.find((platform) => platform === text.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`It must be one of ${platforms.join(', ')}.`);
  return found;
}

async function runImport(source: string, options: ImportCommandOptions, installation: Installation): Promise<void> {
  const { from, out, assignment, quiet = false } = options;
  const course = await readCourse(installation.root);
  await checkCall(source, options);
  const students = await readRoster(options.roster, { timeZone: course.timeZone });
  const settled = options.map === undefined ? new Map<string, string>() : await readMap(options.map, students);
  const [only] = chooseAssignments(course, assignment === undefined ? [] : [assignment]);
  const progress = await startProgress(`reading ${source}`, options);
  const { signal, received, end } = abortOnSignal();
  try {
    const assignments: Assignment[] = [];
    for (const id of course.assignments) assignments.push(await loadPublicAssignment(installation, id));
    const report = await importDownload(resolve(source), {
      platform: from,
      students,
      course: namedFiles(assignments),
      assignments,
      attachments: new Map(
        course.schedule
          .filter(({ id }) => assignment === undefined || id === only)
          .map(({ id, attachments = [] }) => [id, attachments]),
      ),
      assignment: assignment === undefined ? undefined : only,
      settled,
      pattern: options.pattern,
      out: resolve(out),
      signal,
    });
    progress.stop();
    if (!quiet) printLines(...linesOf(report, { out, total: students.length, assignment, order: course.assignments }));
  } catch (error) {
    const interruption = received();
    if (interruption !== undefined)
      throw new Interrupted(`ended by ${interruption.name}: nothing was imported`, interruption.exitCode);
    throw error instanceof WrongPlatform ? new UsageError(error.message) : error;
  } finally {
    end();
    progress.stop();
  }
}

/** @throws UsageError if the source can't be a download, or the output folder is not empty */
async function checkCall(source: string, { from, out, pattern }: ImportCommandOptions): Promise<void> {
  const found = await stat(source).catch(() => undefined);
  if (found === undefined) throw new UsageError(`there is no file ${source}; give the zip that ${nameOf[from]} made`);
  if (!found.isDirectory() && (!found.isFile() || archiveKindOf(source) === undefined))
    throw new UsageError(`${source} is neither a folder nor a .zip or .tar.gz; give what ${nameOf[from]} made`);
  if ((from === 'pattern') !== (pattern !== undefined))
    throw new UsageError('--from pattern and --pattern "{id}_{any}/{file}" need each other; give both');
  const before = await readdir(out).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : ['a file'],
  );
  if (before.length > 0) throw new UsageError(`${out} already exists and is not empty; name a new folder`);
}

/** Reads a person's assignment of labels, as printed by an import, or names to ids of the roster. */
async function readMap(file: string, students: readonly Student[]): Promise<ReadonlyMap<string, string>> {
  const rows = await readTable(file, { required: ['label', 'id'] });
  return new Map(
    rows.map(({ line, fields: { label, id } }) => {
      const student = students.find((one) => keyOf(one.id) === keyOf(id));
      if (student === undefined) throw new UsageError(`${file}, row ${line}: no one in the roster has the id ${id}`);
      return [keyOf(label), student.id];
    }),
  );
}

interface LineContext {
  readonly out: string;
  readonly total: number;
  readonly assignment: string | undefined;
  /** Ids of the course's assignments, in order. */
  readonly order: readonly string[];
}

function linesOf(report: ImportReport, { out, total, assignment, order }: LineContext): readonly string[] {
  const { imported, absent, unmatched, remarks, platform } = report;
  const late = imported.filter(({ markedLate }) => markedLate).flatMap(({ ids }) => ids);
  const told = [...imported.flatMap(({ name, remarks: own }) => own.map((remark) => `${name}: ${remark}`)), ...remarks];
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
  const handedIn = assignment === undefined ? order.filter((id) => isCommon(id, imported)) : [assignment];
  return [
    `Imported the work of ${total - absent.length} of ${total} students from ${nameOf[platform]} into ${out}.`,
    ...section(
      `Unmatched (${unmatched.length}), not imported; --map FILE, a table label,id, says whose they are:`,
      unmatched.map(({ label, reason }) => `${label}: ${reason}`),
    ),
    ...section(
      `Absent (${absent.length}), in the roster without a hand-in:`,
      absent.map(({ id, name }) => `${name} (${id})`),
    ),
    ...section(
      `Marked late by ${nameOf[platform]}, which doesn't say when; the mark is in ${join(out, 'roster.csv')}, where submittedAt can be entered:`,
      late,
    ),
    ...section('To know:', told),
    '',
    // Names the assignments, so that the batch doesn't grade all of the course's.
    `Next: grader batch ${out} --out OUT --roster ${join(out, 'roster.csv')} --assignment ${handedIn.join(' ') || 'ID'}`,
  ];
}

/** Whether most students handed in the assignment. The download is hardly for one that only a few include. */
function isCommon(id: string, imported: ImportReport['imported']): boolean {
  const counts = new Map<string, number>();
  for (const one of imported) for (const own of one.assignments) counts.set(own, (counts.get(own) ?? 0) + 1);
  return (counts.get(id) ?? 0) * 2 >= Math.max(1, ...counts.values()) && counts.has(id);
}

/** Assignments by name of their graded file; several can share `answers.yaml`. */
function namedFiles(assignments: readonly Assignment[]): ReadonlyMap<string, string> {
  const isAlone = (file: string): boolean => assignments.filter((one) => one.file === file).length === 1;
  return new Map(assignments.filter(({ file }) => isAlone(file)).map(({ id, file }) => [file, id]));
}
