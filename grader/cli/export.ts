import { spawnSync } from 'node:child_process';
import { appendFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { readBatch, readResult, type Batch } from '../batch/readBatch';
import { pendingIn } from '../batch/writeGrades';
import { loadPublicAssignment, readCourse } from '../course';
import {
  annotations,
  formats,
  githubResult,
  identityVariables,
  narrowGrade,
  narrowResult,
  readSheet,
  stepOutput,
  writeExports,
  type AssignmentInfo,
  type ExportInput,
  type Format,
} from '../export';
import { readGradeBook } from '../roster';
import { didYouMean } from './chooseAssignments';
import { UsageError } from './errors';
import type { Installation } from './installation';
import { collectPairs, type Pairs } from './pairs';

interface ExportCommandOptions {
  readonly format: string;
  readonly out: string;
  readonly into?: string;
  readonly roster?: string;
  readonly assignment?: readonly string[];
  readonly submission?: string;
  readonly column: Pairs;
  readonly set: Pairs;
  readonly scale?: boolean;
  readonly quiet?: boolean;
}

const examples = `
Examples:
  grader export OUT --format canvas --into gradebook.csv --out upload.csv
  grader export OUT --format moodle-worksheet --into Grades.csv --assignment 03-losses --out upload.csv
  grader export OUT --format gradescope --submission alice --out results.json
  grader export OUT --format junit --out -
  grader export result.json --format github --out autograding.json`;

/** `grader export OUT`: a batch's results, or one result of `grade --json`, as other platforms read them. */
export function addExport(grader: Command, { root }: Installation): void {
  grader
    .command('export <out>')
    .description("writes results for other platforms: gradebooks of a class, or a file for each submission's platform")
    .requiredOption('--format <format>', formats.map(({ name }) => name).join(' | '))
    .requiredOption('--out <file>', 'where to; - for standard output; a new folder where each submission has a file')
    .option('--into <file>', 'canvas, moodle-worksheet: the file that the platform exported, to be filled in')
    .option('--roster <file>', "class list; else the batch's own, where it has one")
    .option('-a, --assignment <id...>', 'only these assignments')
    .option('--submission <name>', 'only this submission')
    .option('--column <name=title>', 'the column of an assignment, "03-losses=Homework 3"; may be repeated', collectPairs, new Map())
    .option('--set <field=value>', 'classroom50: a field that the environment does not give; may be repeated', collectPairs, new Map())
    .option('--scale', "convert points where the platform's maximum is another")
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'as always: there is nothing to draw')
    .addHelpText('after', examples)
    .action((out: string, options: ExportCommandOptions) => exportBatch(out, options, root));
}

async function exportBatch(from: string, options: ExportCommandOptions, root: string): Promise<void> {
  const format = chooseFormat(options);
  const { input, notes } = await readInput(from, options, root);
  const written = await writeExports(format, input, options.out);
  for (const line of [...notes, ...written.notes]) if (options.quiet !== true) console.error(`grader: ${line}`);
  if (format.name === 'github') await tellActions(input, options.quiet === true);
  if (options.quiet !== true && options.out !== '-') {
    console.log(written.files.length === 1 ? `Wrote ${options.out}.` : `Wrote ${written.files.length} files in ${options.out}.`);
  }
}

function chooseFormat({ format: name, into }: ExportCommandOptions): Format {
  const names = formats.map((one) => one.name);
  const format = formats.find((one) => one.name === name);
  if (format === undefined) throw new UsageError(`there is no format ${name}; ${didYouMean(name, names)}`);
  const fills = name === 'canvas' || name === 'moodle-worksheet';
  if (into !== undefined && !fills) throw new UsageError(`${name} fills in no file; leave --into out`);
  if (into === undefined && name === 'moodle-worksheet')
    throw new UsageError('moodle-worksheet fills in the worksheet that Moodle exports (Download grading worksheet); name it with --into');
  return format;
}

async function readInput(
  from: string,
  options: ExportCommandOptions,
  root: string,
): Promise<{ readonly input: ExportInput; readonly notes: readonly string[] }> {
  const batch = await openBatch(from);
  const course = await readCourse(root);
  const book = await readGradeBook(batch, course, { roster: options.roster });
  const all = [...new Set(batch.results.flatMap(({ assignments }) => assignments.map(({ id }) => id)))];
  for (const id of options.assignment ?? []) {
    if (!all.includes(id)) throw new UsageError(`${from} has no results of ${id}; ${didYouMean(id, all)}`);
  }
  const ids = options.assignment === undefined ? all : all.filter((id) => options.assignment?.includes(id));
  const narrow = <T>(one: T, by: (one: T, ids: readonly string[]) => T): T => (options.assignment === undefined ? one : by(one, ids));
  const { submission: only } = options;
  const names = batch.results.map(({ submission }) => submission);
  if (only !== undefined && !names.includes(only)) throw new UsageError(`${from} has no submission ${only}; ${didYouMean(only, names)}`);
  return {
    input: {
      results: batch.results.filter(({ submission }) => submission === (only ?? submission)).map((one) => narrow(one, narrowResult)),
      grades: book.grades.filter(({ submission }) => only === undefined || submission === only).map((one) => narrow(one, narrowGrade)),
      hasRoster: book.students.length > 0,
      students: only === undefined ? book.students : [],
      // Where the submissions are gone, nobody can say.
      pending: only === undefined ? await pendingIn(batch).catch(() => []) : [],
      assignments: await Promise.all(ids.map((id) => describe(root, id))),
      options: {
        into: options.into === undefined ? undefined : await readSheet(options.into),
        isNamed: options.assignment !== undefined,
        columns: options.column,
        scale: options.scale === true,
        identity: { ...identityHere(), ...Object.fromEntries(options.set) },
      },
    },
    notes: book.staleOverrides.map(
      ({ override, assignment }) =>
        `the checks of ${assignment} changed since ${override.by} overrode ${override.exercise} of ${override.id}`,
    ),
  };
}

/** A batch's folder, or one result that `grade --json` wrote. */
async function openBatch(from: string): Promise<Batch> {
  const found = await stat(from).catch(() => undefined);
  if (found === undefined) throw new UsageError(`there is no ${from}; give the folder that \`grader batch DIR --out OUT\` wrote`);
  return found.isDirectory() ? readBatch(from) : { folder: `${from}.none`, results: [await readResult(from)] };
}

// An assignment that is no more is called by its id.
async function describe(root: string, id: string): Promise<AssignmentInfo> {
  const found = await loadPublicAssignment(root, id).catch(() => undefined);
  return { id, title: found?.title ?? id, file: found?.file ?? '' };
}

/** What Classroom 50 wants to know of where this runs. */
function identityHere(): Readonly<Record<string, string>> {
  const identity: Record<string, string> = {};
  for (const [field, variables] of Object.entries(identityVariables)) {
    const value = variables.map((name) => process.env[name]).find((one) => one !== undefined && one !== '');
    if (value !== undefined) identity[field] = value;
  }
  // When the commit was made that the step grades. Elsewhere the commit here is no student's.
  if (identity.datetime === undefined && process.env.GITHUB_ACTIONS === 'true') {
    const { stdout } = spawnSync('git', ['show', '-s', '--format=%ct', 'HEAD'], { encoding: 'utf8' });
    const seconds = Number(stdout);
    if (seconds > 0) identity.datetime = `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
  }
  return identity;
}

/** Inside a step of GitHub Actions: its output `result`, and annotations. */
async function tellActions(input: ExportInput, quiet: boolean): Promise<void> {
  const { GITHUB_ACTIONS: isAction, GITHUB_OUTPUT: output } = process.env;
  const [first] = input.results;
  if (isAction !== 'true' || first === undefined || input.results.length > 1) return;
  if (output !== undefined && output !== '') await appendFile(output, stepOutput(githubResult(first, input)));
  for (const line of quiet ? [] : annotations(first, input)) console.log(line);
}
