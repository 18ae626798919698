import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  compareResults,
  lastInHistory,
  lockFolder,
  mergeResults,
  movesToText,
  readBatch,
  readSettings,
  repairResults,
  submissionsOf,
  replaceResults,
  restoreResults,
  withdrawalsToText,
  type Batch,
} from '../../class/batch';
import { loadPublicAssignment, readCourse } from '../../pipeline/course';
import { didYouMean } from '../../pipeline/words/didYouMean';
import { readGradeBook } from '../../class/roster';
import { UsageError } from '../errors';
import { finishBatch } from '../finishBatch';
import type { Installation } from '../installation';
import { parseJobs } from '../numberOption';
import { gradeToStage, prepareAsBefore, type RegradeOptions } from '../regradeStage';
import { writeJson } from '../writeJson';
import { printLines } from '../printLines';

/** Subfolder for the new results until they count. */
const stageName = 'regrade';

/** `grader regrade OUT`: grades a class again with the current checks. */
export function addRegrade(grader: Command, installation: Installation): void {
  grader
    .command('regrade <out>')
    .description('grades a class again after its checks have changed, and shows whose score changes and by how much')
    .option('--write', 'replace the results with the new ones; earlier ones are kept in OUT/history')
    .option('--undo', 'restore the results from before the last regrade')
    .option('--submission <name...>', 'only these submissions')
    .option('--exercise <name...>', 'only these exercises, "softmax" or "03-losses/softmax"')
    .option('-j, --jobs <number>', 'how many submissions at once', parseJobs, availableParallelism())
    .option('--seed <seed>', 'seed of the hidden cases, the same as before')
    .option('--json <file>', 'write the changes as JSON; - for standard output, with nothing else on it')
    .option('--allow-weak-isolation', "continue even if this machine can't isolate submissions as the course demands")
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText(
      'after',
      '\nExamples:\n  grader regrade graded\n  grader regrade graded --write\n  grader regrade graded --submission alice --exercise softmax --write\n  grader regrade graded --undo\n\nNothing that counts is written without --write; what was graded to show the changes is not graded again to write them.',
    )
    .action((out: string, options: RegradeOptions) => regrade(out, options, installation));
}

async function regrade(out: string, options: RegradeOptions, installation: Installation): Promise<void> {
  if (options.undo === true) return undo(out, options, installation);
  const settings = await readSettings(out);
  if (settings === undefined)
    throw new UsageError(`${out} is not a batch; give the folder that \`grader batch DIR --out OUT\` wrote`);
  const course = await readCourse(installation.root);
  const preparation = await prepareAsBefore(out, settings, { course, options, installation });
  const directory = await submissionsOf(out, settings);
  const silent = options.quiet === true || options.json === '-';
  const unlock = await lockFolder(out);
  try {
    await repairResults(out);
    const { submission: only, exercise: exercises } = options;
    const before = await readBatch(out);
    const [assigned = { assignments: [] }] = before.results;
    // Assignments under their old ids, and under the course's current ones.
    const now = assigned.assignments.map(({ id }) => loadPublicAssignment(installation, id));
    checkNames(out, exerciseNames([...assigned.assignments, ...(await Promise.all(now))]), before, options);
    const isPart = only !== undefined;
    // A separate folder: a run over part of the class can't be resumed for all of it.
    const stage = join(out, isPart ? `${stageName}-some` : stageName);
    if (isPart) await rm(stage, { recursive: true, force: true });
    const folder = {
      course,
      directory,
      out: stage,
      preparation,
      only,
      jobs: options.jobs,
      quiet: silent,
      plain: options.plain === true,
    };
    await gradeToStage(folder, installation);
    const graded = (await readBatch(stage)).results;
    const own = before.results.filter(({ submission }) => only === undefined || only.includes(submission));
    const after = exercises === undefined ? graded : mergeResults(own, graded, exercises);
    const renewed = new Map(after.map((result) => [result.submission, result]));
    const whole = isPart ? before.results.map((result) => renewed.get(result.submission) ?? result) : after;
    // Finds obstacles to writing the results even when nothing is written yet.
    const trial = await readGradeBook({ folder: out, results: whole }, course, { isTrial: true });
    const comparison = compareResults(own, after);
    if (options.json !== undefined) await writeJson(options.json, comparison);
    if (!silent)
      printLines(
        movesToText(comparison),
        ...withdrawalsToText(after),
        ...(trial.notes ?? []).map((note) => `look: ${note}`),
      );
    if (options.write !== true) {
      if (!silent && comparison.moves.length > 0)
        printLines(`\nNothing was changed yet. To apply: grader regrade ${out}${partOf(options)} --write`);
      return;
    }
    const history = await replaceResults(out, stage, isPart || exercises !== undefined ? after : undefined);
    const said = new Set(trial.notes);
    const notes = (await finishBatch(out, course)).filter((note) => !said.has(note));
    if (!silent)
      printLines('', `written to ${out}; the earlier results are in ${history}, and --undo restores them`, ...notes);
  } finally {
    await unlock();
  }
}

function partOf({ submission = [], exercise = [] }: RegradeOptions): string {
  const list = (option: string, names: readonly string[]): string =>
    names.length === 0 ? '' : ` ${option} ${names.join(' ')}`;
  return list('--submission', submission) + list('--exercise', exercise);
}

async function undo(out: string, { quiet = false }: RegradeOptions, { root }: Installation): Promise<void> {
  const unlock = await lockFolder(out);
  try {
    const history = await lastInHistory(out);
    await restoreResults(out, history);
    const notes = await finishBatch(out, await readCourse(root));
    if (!quiet) printLines(`${out} is restored from ${history}; the results it replaces are kept next to it`, ...notes);
  } finally {
    await unlock();
  }
}

/** @throws UsageError for an unknown submission or exercise */
function checkNames(
  out: string,
  exercises: readonly string[],
  { results }: Batch,
  { submission = [], exercise = [] }: RegradeOptions,
): void {
  const names = results.map((result) => result.submission);
  for (const name of submission)
    if (!names.includes(name)) throw new UsageError(`${out} has no submission ${name}; ${didYouMean(name, names)}`);
  for (const name of exercise) {
    if (!exercises.includes(name))
      throw new UsageError(`${out} has no exercise ${name}; ${didYouMean(name, exercises)}`);
  }
}

function exerciseNames(assignments: readonly Assigned[]): readonly string[] {
  const all = assignments.flatMap(({ id, exercises }) =>
    exercises.flatMap(({ name, formerNames = [] }) => [name, ...formerNames].flatMap((one) => [one, `${id}/${one}`])),
  );
  return [...new Set(all)];
}

interface Assigned {
  readonly id: string;
  readonly exercises: readonly { readonly name: string; readonly formerNames?: readonly string[] | undefined }[];
}
