import type { Command } from 'commander';
import { readCourse } from '../../pipeline/course';
import { Checker } from '../../student/checker';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { secondsPerExercise } from '../numberOption';
import { openIsolation } from '../openIsolation';
import { type OutputOptions, startProgress } from '../progress';
import { readersTexts } from '../readersTexts';
import { commandTexts } from '../texts';
import { takeHint } from '../../student/hints';
import { findExercise } from '../findExercise';

/** `grader hint NAME`: prints the next hint for the recognized mistake in a function of the working copy. */
export function addHint(grader: Command, installation: Installation): void {
  grader
    .command('hint [name]')
    .description(
      'gives the next hint for a recognized mistake in a function: where to look, then the idea, then its name',
    )
    .option('--quiet', 'print only the hint')
    .option('--plain', 'no spinner')
    .addHelpText('after', '\nExamples:\n  npm run hint -- adamWStep\n  grader hint softmaxLoss')
    .action((name: string | undefined, options: OutputOptions) => hint(name, options, installation));
}

async function hint(name: string | undefined, options: OutputOptions, installation: Installation): Promise<void> {
  const { root, childCommand } = installation;
  const own = commandTexts();
  if (name === undefined) throw new UsageError(own.whichFunction);
  const assignment = await findExercise(installation, await readCourse(root), name);
  const progress = await startProgress(own.checking(name), options);
  const isolation = openIsolation(childCommand);
  const checker = new Checker({ ...installation, isolation, secondsPerExercise, isShort: true });
  try {
    const checked = await checker.check(assignment.id);
    const result = checked?.exercises.find(({ exercise }) => exercise.name === name);
    if (result === undefined) throw new Error(own.notChecked(name));
    const options = { assignment: assignment.id, file: assignment.file, texts: readersTexts() };
    const { text, notNoted } = await takeHint(root, result, options);
    progress.stop();
    console.log(text);
    if (notNoted !== undefined) progress.warn(own.hintNotNoted(notNoted));
  } finally {
    progress.stop();
    checker.close();
  }
}
