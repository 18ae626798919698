import { resolve } from 'node:path';
import type { Command } from 'commander';
import { hasSpecs, isWeakSeed, readCourse } from '../../pipeline/course';
import type { Assignment } from '../../pipeline/types';
import { chooseAssignments } from '../chooseAssignments';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { openCourse } from '../openCourse';
import { type OutputOptions, withProgress } from '../progress';
import { versions } from '../versions';
import { printLines } from '../printLines';

interface PackageCommandOptions extends OutputOptions {
  readonly out: string;
  readonly assignment?: readonly string[];
  readonly seed?: string;
  readonly offline?: boolean;
  readonly latePenalty: boolean;
}

/** `grader package gradescope`: builds the zip that Gradescope grades with. */
export function addPackage(grader: Command, installation: Installation): void {
  grader
    .command('package')
    .description('builds a package for grading on another platform')
    .addHelpText('after', '\nExamples:\n  grader package gradescope --assignment 03-losses --out autograder.zip')
    .command('gradescope')
    .description('the autograder bundle: setup.sh, run_autograder, the built grader and hidden cases; for staff only')
    .requiredOption('--out <zip>', 'file to write')
    .option('-a, --assignment <id...>', 'only these assignments; on Gradescope usually one per autograder')
    .option('--seed <seed>', 'seed of the hidden cases')
    .option('--offline', "include this machine's Node and compiler, for an image without network access (Linux x64)")
    .option('--no-late-penalty', 'no deduction for late work, even if the course has one')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner')
    .addHelpText(
      'after',
      '\nExamples:\n  grader package gradescope --assignment 03-losses --out autograder.zip\n  grader package gradescope --offline --out autograder.zip',
    )
    .action((options: PackageCommandOptions) => pack(options, installation));
}

async function pack(options: PackageCommandOptions, installation: Installation): Promise<void> {
  const { root, engine } = installation;
  const { out, quiet = false, offline = false, latePenalty } = options;
  if (!hasSpecs(root)) throw new UsageError("this is a student's copy; build the autograder in the staff's checkout");
  if (options.seed && isWeakSeed(options.seed))
    throw new UsageError(
      'the hidden seed is short or simple enough to be guessed, and the bundle grades a class; create one with `grader new-seed`',
    );
  const course = await readCourse(root);
  const ids = chooseAssignments(course, options.assignment ?? []);
  await withProgress('starting', options, async (progress) => {
    const { label, warning, load } = await openCourse(installation, course, options.seed);
    if (warning !== undefined && !quiet) progress.warn(warning);
    const assignments: Assignment[] = [];
    for (const id of ids) {
      progress.say(`drawing the cases of ${id}`);
      assignments.push(await load(id));
    }
    progress.say('building');
    const { packageGradescope } = await import('../../class/export/gradescope/package');
    const { graderVersion, tfjs } = versions(engine);
    const given = {
      out: resolve(out),
      course,
      assignments,
      seedLabel: label,
      graderVersion,
      tfjs,
      latePenalty,
      offline,
    };
    const { files, bytes } = await packageGradescope(installation, given);
    progress.stop();
    if (!quiet && latePenalty && (course.latePolicy.slipDays ?? 0) > 0)
      console.error(
        "grader: slip days don't work on Gradescope, so late work is penalized; --no-late-penalty turns that off",
      );
    const points = assignments
      .flatMap(({ exercises }) => exercises.flatMap(({ checks }) => checks))
      .reduce((sum, one) => sum + one.points, 0);
    if (quiet) return;
    printLines(
      `Wrote ${out}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${points} points. It contains hidden cases: for staff only.`,
    );
  });
}
