import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { answerBatch, BatchRefusal } from '../../class/batch';
import { summaryOf } from '../batchProgress';
import { finishBatch } from '../finishBatch';
import { gradeFolder } from '../gradeFolder';
import type { Installation } from '../installation';
import { parseJobs, parseSeconds, secondsPerExercise } from '../numberOption';
import { openClassFolder, type ClassFolderOptions } from '../openClassFolder';
import { prepareGrader } from '../prepareGrader';
import { addQueueOptions, placeOf, type QueueOptions } from '../queueOptions';
import { graderCommand } from '../startGrader';
import { printLines, printNote } from '../printLines';
import { type OutputOptions } from '../progress';

interface BatchCliOptions extends QueueOptions, ClassFolderOptions, OutputOptions {
  readonly jobs: number;
  readonly after?: readonly string[];
  readonly resume?: boolean;
}

/** `grader batch DIR --out OUT`: grades a class. */
export function addBatch(grader: Command, installation: Installation): void {
  const command = grader
    .command('batch <dir>')
    .description('grades a class: a folder with a folder or an archive (.zip, .tar.gz) for each student')
    .requiredOption('-o, --out <folder>', 'where results/NAME.json and grades.csv are written')
    .option('-a, --assignment <id...>', 'only these assignments')
    .option('-j, --jobs <number>', 'how many submissions at once', parseJobs, availableParallelism())
    .option('--seed <seed>', 'seed of the hidden cases')
    .option(
      '--roster <file>',
      'class list (name,id,email,submittedAt,extendedUntil,group): grades.csv then lists people',
    )
    .option('--after <out...>', 'earlier batches of this term, whose slip days are used up')
    .option('--seconds <number>', 'how long one exercise may take, by the clock', parseSeconds, secondsPerExercise)
    .option('--resume', 'continue an interrupted batch, and grade what has changed since')
    .option('--allow-weak-isolation', "continue even if this machine can't isolate submissions as the course demands")
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no spinner');
  addQueueOptions(command, 'grade on other machines with `grader worker`, through this Redis')
    .addHelpText(
      'after',
      '\nExamples:\n  grader batch submissions --out graded\n  grader batch submissions --out graded --assignment 03-losses --roster class.csv\n  grader batch submissions --out graded --resume\n  grader batch submissions --out graded --redis redis://queue.example.edu:6379',
    )
    .action((directory: string, options: BatchCliOptions) => batch(directory, options, installation));
  grader
    .command(graderCommand, { hidden: true })
    .action(() => answerBatch((preparation) => prepareGrader(preparation, installation)));
}

async function batch(directory: string, options: BatchCliOptions, installation: Installation): Promise<void> {
  const { out, jobs, roster, resume = false, quiet = false, plain = false } = options;
  const { course, preparation, unlock } = await openClassFolder(directory, options, installation);
  try {
    const begun = gradeFolder(
      {
        course,
        directory,
        out,
        preparation,
        resume,
        roster,
        after: options.after,
        jobs,
        queue: placeOf(options, course),
        quiet,
        plain,
      },
      installation,
    );
    // Writes the grades so far, no matter how the batch ended.
    let notes: readonly string[] = [];
    const finish = async (): Promise<void> => {
      notes = await finishBatch(out, course);
    };
    const { notGraded, progress } = await begun.finally(() => finishUnlessRefused(begun, finish));
    for (const note of quiet ? [] : notes) printNote(note);
    if (!quiet) printLines(summaryOf(progress, out));
    if (notGraded.length > 0) {
      throw new Error(
        `${notGraded.length} could not be graded because of an error on our side: ${notGraded.join(', ')}; see results/NAME.json, and retry with --resume`,
      );
    }
  } finally {
    await unlock();
  }
}

async function finishUnlessRefused(begun: Promise<unknown>, finish: () => Promise<void>): Promise<void> {
  const failure = await begun.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof BatchRefusal) return;
  // Report what ended the batch, not the follow-up error.
  await finish().catch((error: unknown) => {
    if (failure === undefined) throw error;
  });
}
