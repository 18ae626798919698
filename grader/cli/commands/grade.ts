import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { readCourse } from '../../pipeline/course';
import { gradeSubmission } from '../../pipeline/gradeSubmission';
import { toJson, toTerminal } from '../../pipeline/report';
import { Sandbox } from '../../pipeline/sandbox';
import { archiveKindOf, openSubmission, withoutArchiveEnding, type OpenSubmission } from '../../pipeline/submission';
import type { Assignment } from '../../pipeline/types';
import { chooseAssignments } from '../chooseAssignments';
import { UsageError } from '../errors';
import { findExercise } from '../findExercise';
import { lanesFor } from '../lanesFor';
import type { Installation } from '../installation';
import { limitJudging } from '../limitJudging';
import { parseSeconds, secondsPerExercise } from '../numberOption';
import { openCourse } from '../openCourse';
import { openIsolation } from '../openIsolation';
import { type OutputOptions, startProgress } from '../progress';
import { readersTexts } from '../readersTexts';
import { commandTexts, type CommandTexts } from '../texts';
import { versions } from '../versions';
import { writeJson } from '../writeJson';

interface GradeOptions extends OutputOptions {
  readonly exercise?: string;
  readonly assignment?: readonly string[];
  readonly json?: string;
  readonly seed?: string;
  readonly seconds: number;
}

/** `grader grade DIR`: grades one submission. */
export function addGrade(grader: Command, installation: Installation): void {
  grader
    .command('grade <dir>')
    .description('grades one submission (a folder or an archive) in a separate process that holds no expected values')
    .option('-a, --assignment <id...>', 'only these assignments')
    .option('-t, --exercise <name>', 'only this function')
    .option('--json <file>', 'write the result as JSON; - for standard output, with nothing else on it')
    .option('--seed <seed>', 'seed of the hidden cases')
    .option('--seconds <number>', 'how long one exercise may take, by the clock', parseSeconds, secondsPerExercise)
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner, no drawn table')
    .addHelpText(
      'after',
      '\nExamples:\n  grader grade .\n  grader grade submissions/alice --assignment 03-losses\n  grader grade alice.zip -t softmaxLoss\n  grader grade solutions --json -',
    )
    .action((directory: string, options: GradeOptions) => grade(directory, options, installation));
}

async function grade(directory: string, options: GradeOptions, installation: Installation): Promise<void> {
  const { root, engine, childCommand } = installation;
  const own = commandTexts();
  await checkSubmission(directory, own);
  const course = await readCourse(root);
  const chosen = chooseAssignments(course, options.assignment ?? []);
  const { exercise } = options;
  const ids =
    exercise === undefined
      ? chosen
      : [(await findExercise(installation, { ...course, assignments: [...chosen] }, exercise)).id];
  const silent = options.quiet === true || options.json === '-';
  const progress = await startProgress(own.starting, { ...options, quiet: silent });
  const isolation = openIsolation(childCommand);
  // Started first, so they get ready while the cases are drawn.
  const sandboxes = Array.from(
    { length: lanesFor(ids.length, availableParallelism(), isolation.level) },
    () => new Sandbox({ command: isolation.command, secondsPerExercise: options.seconds }),
  );
  let submission: OpenSubmission | undefined;
  try {
    const { scope, label, warning, load, save } = await openCourse(installation, course, options.seed);
    if (warning !== undefined && options.quiet !== true) progress.warn(warning);
    const assignments: Assignment[] = [];
    for (const id of ids) {
      progress.say(own.drawing(id));
      assignments.push(await load(id));
    }
    submission = await openSubmission(directory, assignments, {
      named: options.assignment?.length === 1 || exercise !== undefined,
      isWorkingCopy: resolve(directory) === installation.root,
    });
    progress.say(own.running);
    const asked = exercise === undefined ? assignments : assignments.map((one) => only(one, exercise));
    const score = await gradeSubmission(asked, submission, sandboxes).finally(
      limitJudging(basename(resolve(directory))),
    );
    progress.stop();
    const json = toJson(score, {
      submission: withoutArchiveEnding(basename(resolve(directory))),
      scope,
      seedLabel: label,
      isolation: isolation.level,
      specHash: assignments.map(({ specHash }) => specHash).join('-'),
      ...versions(engine),
    });
    if (options.json !== undefined) await writeJson(options.json, json);
    if (!silent)
      console.log(
        toTerminal(score, scope, {
          colors: pc,
          plain: options.plain === true,
          reader: scope === 'public' ? 'student' : 'staff',
          texts: readersTexts(),
        }),
      );
    await save();
  } finally {
    progress.stop();
    for (const sandbox of sandboxes) sandbox.close();
    await submission?.close();
  }
}

/** The assignment reduced to one exercise. */
function only(assignment: Assignment, name: string): Assignment {
  return { ...assignment, exercises: assignment.exercises.filter((exercise) => exercise.name === name) };
}

/** @throws UsageError unless the path is a folder, or its name is that of an archive */
async function checkSubmission(directory: string, texts: CommandTexts): Promise<void> {
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory() === true || (found?.isFile() === true && archiveKindOf(directory) !== undefined)) return;
  throw new UsageError(found === undefined ? texts.noSubmission(directory) : texts.notSubmission(directory));
}
