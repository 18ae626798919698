import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import {
  answerBatch,
  BatchRefusal,
  checkApart,
  GraderProcess,
  lockFolder,
  makeFolder,
  readBatch,
  runBatch,
  SubmissionGrader,
  writeGrades,
  type Preparation,
} from '../batch';
import { readCourse, type Course } from '../course';
import { readRoster } from '../roster';
import { isAtLeast, type Isolation } from '../sandbox';
import { startBatchProgress, summaryOf } from './batchProgress';
import { chooseAssignments } from './chooseAssignments';
import { Interrupted, UsageError } from './errors';
import type { Installation } from './installation';
import { openCourse } from './openCourse';
import { openIsolation } from './openIsolation';
import { parseSeconds, secondsPerExercise } from './secondsPerExercise';
import { untilSignal } from './untilSignal';
import { versions } from './versions';

interface BatchCliOptions {
  readonly out: string;
  readonly assignment?: readonly string[];
  readonly jobs: number;
  readonly seed?: string;
  readonly roster?: string;
  readonly seconds: number;
  readonly resume?: boolean;
  readonly allowWeakIsolation?: boolean;
  readonly quiet?: boolean;
  readonly plain?: boolean;
}

/** The hidden command that grades submissions in a process of its own. */
export const graderCommand = 'batch-grader';

/** `grader batch DIR --out OUT`: a class. */
export function addBatch(grader: Command, installation: Installation): void {
  grader
    .command('batch <dir>')
    .description('grades a class: a folder with a folder or an archive (.zip, .tar.gz) for each student')
    .requiredOption('-o, --out <folder>', 'where results/NAME.json and grades.csv are written')
    .option('-a, --assignment <id...>', 'only these assignments')
    .option('-j, --jobs <number>', 'how many submissions at once', parseJobs, availableParallelism())
    .option('--seed <seed>', 'seed of the hidden cases')
    .option('--roster <file>', 'class list (name,id,email,submittedAt,extendedUntil,group): grades.csv is then of people')
    .option('--seconds <number>', 'how long one exercise may take, by the clock', parseSeconds, secondsPerExercise)
    .option('--resume', 'go on with a batch that was interrupted, and grade what has changed since')
    .option('--allow-weak-isolation', "go on where this machine can't isolate submissions as the course demands")
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText(
      'after',
      '\nExamples:\n  grader batch submissions --out graded\n  grader batch submissions --out graded --assignment 03-losses --roster class.csv\n  grader batch submissions --out graded --resume',
    )
    .action((directory: string, options: BatchCliOptions) => batch(directory, options, installation));
  grader.command(graderCommand, { hidden: true }).action(() => answerBatch((preparation) => prepareGrader(preparation, installation)));
}

async function batch(directory: string, options: BatchCliOptions, installation: Installation): Promise<void> {
  try {
    await gradeClass(directory, options, installation);
  } catch (error) {
    throw error instanceof BatchRefusal ? new UsageError(error.message, { cause: error }) : error;
  }
}

async function gradeClass(directory: string, options: BatchCliOptions, installation: Installation): Promise<void> {
  const { out, jobs, roster, resume = false, quiet = false, plain = false } = options;
  const { root } = installation;
  await checkCall(directory, roster);
  const course = await readCourse(root);
  const preparation = prepare(course, options, installation);
  const { scope, label, warning } = await openCourse(root, course, options.seed);
  await makeFolder(out);
  await checkApart(directory, out);
  const unlock = await lockFolder(out);
  const progress = await startBatchProgress({ silent: quiet, plain });
  const { signal, end, received } = untilSignal();
  try {
    if (warning !== undefined && !quiet) progress.warn(warning);
    const settings = {
      assignments: [...preparation.assignments],
      named: preparation.named,
      scope,
      seedLabel: label,
      secondsPerExercise: preparation.secondsPerExercise,
      ...versions(root),
      isolation: preparation.isolation.level,
    };
    const start = (): GraderProcess => new GraderProcess([join(root, 'grader', 'cli', 'bin.js'), graderCommand], preparation);
    const begun = runBatch({ directory, out, resume, roster, settings, jobs, start, signal, ...progress });
    // Whatever ended it, the grades of what is done are there.
    const { notGraded } = await begun.finally(() => writeGradesIfAny(out, course, begun));
    progress.stop();
    const interruption = received();
    if (interruption !== undefined) {
      throw new Interrupted(`ended by ${interruption.name}: ${progress.counted()}; go on with --resume`, interruption.exitCode);
    }
    if (!quiet) console.log(summaryOf(progress, out));
    if (notGraded.length > 0) {
      throw new Error(
        `${notGraded.length} could not be graded, through no fault of theirs: ${notGraded.join(', ')}; results/NAME.json says why, and --resume tries again`,
      );
    }
  } finally {
    progress.stop();
    end();
    await unlock();
  }
}

/** @throws UsageError for what can't be the folder of a class */
async function checkCall(directory: string, roster: string | undefined): Promise<void> {
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    const fact = found === undefined ? `there is no folder ${directory}` : `${directory} is no folder`;
    throw new UsageError(`${fact}; give the folder that holds the submissions, one folder or archive a student`);
  }
  if (roster !== undefined) await readRoster(roster);
}

function prepare(course: Course, options: BatchCliOptions, { childCommand }: Installation): Preparation {
  const named = options.assignment ?? [];
  return {
    assignments: chooseAssignments(course, named),
    named: named.length > 0,
    seed: options.seed,
    isolation: openStrongEnough(course, options.allowWeakIsolation === true, childCommand),
    secondsPerExercise: options.seconds,
  };
}

/** @throws UsageError where this machine can't do what the course demands, unless that is allowed */
function openStrongEnough({ minimumIsolation }: Course, isWeakAllowed: boolean, childCommand: readonly string[]): Isolation {
  const isolation = openIsolation(childCommand);
  if (isWeakAllowed || isAtLeast(isolation.level, minimumIsolation)) return isolation;
  const why = isolation.why === '' ? '' : ` (${isolation.why})`;
  throw new UsageError(
    `submissions would run at isolation level ${isolation.level}, and the course demands ${minimumIsolation}${why}; \`grader doctor\` says how to get it, or give --allow-weak-isolation if you trust this class`,
  );
}

async function writeGradesIfAny(out: string, course: Course, begun: Promise<unknown>): Promise<void> {
  const isRefused = await begun.then(
    () => false,
    (error: unknown) => error instanceof BatchRefusal,
  );
  if (isRefused) return;
  const read = await readBatch(out, { withoutChecks: true }).catch(() => undefined);
  if (read !== undefined) await writeGrades(read, course);
}

/** Loads the assignments, once for all submissions that a process grades. */
async function prepareGrader(preparation: Preparation, { root }: Installation): Promise<SubmissionGrader> {
  const { isolation, secondsPerExercise: seconds, named } = preparation;
  const course = await readCourse(root);
  const { scope, label, load } = await openCourse(root, course, preparation.seed);
  const assignments = [];
  for (const id of preparation.assignments) assignments.push(await load(id));
  return new SubmissionGrader({
    assignments,
    named: named && assignments.length === 1,
    sandbox: { command: isolation.command, secondsPerExercise: seconds },
    provenance: { scope, seedLabel: label, isolation: isolation.level, ...versions(root) },
  });
}

function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256) throw new InvalidArgumentError('It must be a whole number from 1 to 256.');
  return jobs;
}
