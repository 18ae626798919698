import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  BatchRefusal,
  compareResults,
  lockFolder,
  makeFolder,
  movesToText,
  readBatch,
  readSettings,
  submissionsOf,
  takeOver,
  type BatchSettings,
  type Preparation,
} from '../../class/batch';
import { readCourse, type Course } from '../../pipeline/course';
import { asUsage, parseJobs } from './batch';
import { chooseAssignments } from '../chooseAssignments';
import { UsageError } from '../errors';
import { finishBatch } from '../finishBatch';
import { gradeFolder, openStrongEnough, type FolderToGrade } from '../gradeFolder';
import type { Installation } from '../installation';
import { openCourse } from '../openCourse';
import { writeJson } from '../writeJson';

interface RegradeOptions {
  readonly write?: boolean;
  readonly jobs: number;
  readonly seed?: string;
  readonly json?: string;
  readonly allowWeakIsolation?: boolean;
  readonly quiet?: boolean;
  readonly plain?: boolean;
}

/** Where the second grading lies until it counts. */
const stageName = 'regrade';

/** `grader regrade OUT`: a class once more, by the checks as they are now. */
export function addRegrade(grader: Command, installation: Installation): void {
  grader
    .command('regrade <out>')
    .description('grades a class again after its checks have changed, and shows who moves and by how much')
    .option('--write', 'then let the new results count')
    .option('-j, --jobs <number>', 'how many submissions at once', parseJobs, availableParallelism())
    .option('--seed <seed>', 'seed of the hidden cases, the same as before')
    .option('--json <file>', 'write who moves as JSON; - for standard output, with nothing else on it')
    .option('--allow-weak-isolation', "go on where this machine can't isolate submissions as the course demands")
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText(
      'after',
      '\nExamples:\n  grader regrade graded\n  grader regrade graded --write\n\nNothing that counts is written without --write; what was graded to be shown is not graded again to be written.',
    )
    .action((out: string, options: RegradeOptions) => asUsage(() => regrade(out, options, installation)));
}

async function regrade(out: string, options: RegradeOptions, installation: Installation): Promise<void> {
  const settings = await readSettings(out);
  if (settings === undefined) throw new UsageError(`${out} holds no batch; give the folder that \`grader batch DIR --out OUT\` wrote`);
  const course = await readCourse(installation.root);
  const preparation = await prepareAsBefore(out, settings, { course, options, installation });
  const directory = await submissionsOf(out, settings);
  const silent = options.quiet === true || options.json === '-';
  const unlock = await lockFolder(out);
  try {
    const stage = join(out, stageName);
    const folder = { course, directory, out: stage, preparation, jobs: options.jobs, quiet: silent, plain: options.plain === true };
    await gradeToStage(folder, installation);
    const [before, after] = [await readBatch(out, { withoutChecks: true }), await readBatch(stage, { withoutChecks: true })];
    const comparison = compareResults(before.results, after.results);
    if (options.json !== undefined) await writeJson(options.json, comparison);
    if (!silent) console.log(movesToText(comparison));
    if (options.write !== true) {
      if (!silent && comparison.moves.length > 0) console.log(`\nNothing of it counts yet: grader regrade ${out} --write`);
      return;
    }
    await takeOver(out, stage);
    const notes = await finishBatch(out, course);
    if (!silent) console.log(['', `written to ${out}`, ...notes].join('\n'));
  } finally {
    await unlock();
  }
}

/** The same assignments and seed, with the checks and the grader of now. @throws UsageError if the seed is another */
async function prepareAsBefore(
  out: string,
  settings: BatchSettings,
  { course, options, installation }: { readonly course: Course; readonly options: RegradeOptions; readonly installation: Installation },
): Promise<Preparation> {
  const { scope, label } = await openCourse(installation, course, options.seed);
  if (scope !== settings.scope || label !== settings.seedLabel) {
    throw new UsageError(
      `${out} was graded with hidden cases of the seed labelled ${settings.seedLabel}, and this one is ${label}: who moves because of the checks would not be told from who is lucky; give the same --seed`,
    );
  }
  return {
    assignments: chooseAssignments(course, settings.assignments),
    named: settings.named,
    seed: options.seed,
    isolation: openStrongEnough(course, options.allowWeakIsolation === true, installation.childCommand),
    secondsPerExercise: settings.secondsPerExercise,
  };
}

/** Grades anew, or goes on where an earlier call with the same checks has stopped. @throws if some could not be graded */
async function gradeToStage(folder: Omit<FolderToGrade, 'resume'>, installation: Installation): Promise<void> {
  const grade = async (): Promise<void> => {
    await makeFolder(folder.out);
    const { notGraded } = await gradeFolder({ ...folder, resume: true }, installation);
    if (notGraded.length > 0) {
      throw new Error(`${notGraded.length} could not be graded, so that nothing is written: ${notGraded.join(', ')}; try again`);
    }
  };
  try {
    await grade();
  } catch (error) {
    if (!(error instanceof BatchRefusal)) throw error;
    // Of other checks still: it never counted, and never will.
    await rm(folder.out, { recursive: true, force: true });
    await grade();
  }
}
