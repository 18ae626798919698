import { isAbsolute, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Option, type Command } from 'commander';
import { files, optimizers, schedules, trainers } from '../../curriculum/training';
import { loadPublicAssignment } from '../../pipeline/course';
import type { Compiled } from '../../pipeline/submission';
import type { Exercise } from '../../pipeline/types';
import { reasonIn } from '../../student/backends';
import {
  nextResultsFile,
  problemText,
  progressText,
  runTraining,
  startOf,
  summaryText,
  TrainingRecord,
  trainTexts,
  writeResults,
  type TrainingEnding,
  type TrainingMessage,
  type TrainTexts,
} from '../../student/training';
import { openBrowser } from '../../student/page';
import { Interrupted, UsageError } from '../errors';
import type { Installation } from '../installation';
import { parseSize } from '../numberOption';
import { printLines } from '../printLines';
import { canDraw, type Progress, withProgress } from '../progress';
import { readersTexts } from '../readersTexts';
import { compileForTraining } from '../training/compileForTraining';
import { endOfTraining } from '../training/endOfTraining';
import { resumedRun } from '../training/resumedRun';
import { parseCount, parseNonNegative, parsePositive, toConfig, type TrainOptions } from '../training/trainOptions';
import { writePage } from '../training/writePage';
import { versions } from '../versions';

const trainable = files.training.id;

/** `grader train ID`: trains a classifier with the student's own code. */
export function addTrain(grader: Command, installation: Installation): void {
  grader
    .command('train [id]')
    .description(
      'trains a linear softmax classifier on the digits with your own loss, optimizer, schedule and training loop',
    )
    .addOption(
      new Option('--optimizer <name>', `which of ${files.optimizers.id}' steps`)
        .choices(Object.keys(optimizers))
        .default('sgd'),
    )
    .option('--learning-rate <number>', 'initial learning rate (default: each optimizer has its own)', parsePositive)
    .addOption(
      new Option('--schedule <name>', `which of ${files.schedules.id}' decays`)
        .choices(Object.keys(schedules))
        .default('constant'),
    )
    .option('--warmup <steps>', 'warmup steps before the schedule, by withWarmup', parseCount, 0)
    .option('--epochs <number>', 'rounds through the training images', parseSize, 30)
    .option('--batch-size <number>', 'images in a batch', parseSize, 100)
    .option('--lambda <number>', 'strength of the penalty in the loss', parseNonNegative, 1e-4)
    .option('--weight-decay <number>', 'strength of the decay in adamL2 and adamW', parseNonNegative, 0.01)
    .addOption(
      new Option('--trainer <name>', `which of ${files.training.id}'s loops`)
        .choices([...trainers])
        .default('trainMiniBatches'),
    )
    .option('--seed <number>', 'seed of the image order and the validation split', parseCount, 1)
    .option('--from <dir>', 'folder with the functions, such as solutions (default: your own)')
    .option('--resume [file]', 'continue the last training, or the one in this results file')
    .option('--out <file>', 'file for the results (default: the next number in .descent/training/)')
    .option('--no-open', "don't open the page of the curves")
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'lines instead of a progress bar')
    .addHelpText(
      'after',
      '\nPress Ctrl-C to stop and keep what it has learned so far. DESCENT_BACKEND=tensorflow, wasm or cpu chooses the backend.\n' +
        `\nExamples:\n  npm run train -- ${trainable}\n  npm run train -- ${trainable} --optimizer adamW --schedule cosine --epochs 50` +
        `\n  npm run train -- ${trainable} --trainer gradientDescent --epochs 300 --out plain.json\n  npm run train -- ${trainable} --resume --epochs 100`,
    )
    .action((id: string | undefined, _options: TrainOptions, command: Command) =>
      train(id ?? trainable, command, installation),
    );
}

async function train(id: string, command: Command, installation: Installation): Promise<void> {
  const { root, engine, trainingCommand } = installation;
  const options = command.opts<TrainOptions>();
  const texts = trainTexts(readersTexts().language);
  if (id !== trainable) throw new UsageError(texts.nothingToTrain(id, `npm run train -- ${trainable}`));
  const { earlier, config } =
    options.resume === undefined
      ? { earlier: undefined, config: toConfig(options, texts) }
      : await resumedRun(root, trainable, command, texts);
  const file = options.out === undefined ? await nextResultsFile(root, trainable) : resolve(options.out);
  const isPlain = options.plain === true || !canDraw(process.stderr);
  const isQuiet = options.quiet === true;
  await withProgress(texts.starting, { quiet: isQuiet, plain: isPlain }, async (progress) => {
    // Functions can still have names from earlier releases.
    const exercisesOf = (assignment: string): Promise<readonly Exercise[]> =>
      loadPublicAssignment(installation, assignment).then(
        ({ exercises }) => exercises,
        () => [],
      );
    const compiled = await compileForTraining(options.from ?? root, config, texts, exercisesOf);
    const code = Object.fromEntries([...compiled].map(([assignment, script]) => [assignment, script.code]));
    const record = new TrainingRecord(config, earlier);
    const startedAt = new Date().toISOString();
    const report = progressReporter(progress, record, texts, isPlain);
    const start = earlier === undefined ? undefined : startOf(earlier.run);
    const training = runTraining({ command: trainingCommand, root }, { config, code, start }, (message) => {
      record.add(message);
      report(message);
    });
    const { ending, status, signal } = await endOfTraining(training);
    progress.stop();
    // A run stopped before its first step has no results.
    const isKept = record.hasMoved || status === 'finished';
    if (isKept) {
      const results = record.toResults(status, { assignment: trainable, startedAt, ...versions(engine) });
      await writeResults(file, results);
      const summary = summaryText(record, texts);
      const page = await writePage(root, file, results, { summary, compiled });
      if (!isQuiet) printLines(summary, texts.results(shownPath(file)), texts.curves(shownPath(page)));
      if (options.open && process.stdout.isTTY) await openBrowser(pathToFileURL(page).href);
    }
    if (signal !== undefined) throw new Interrupted(isKept ? texts.stopped : texts.stoppedAtOnce, signal);
    assertFinished(ending, compiled, texts);
  });
}

/** Reports each part of an epoch on a terminal; otherwise every tenth of the training, because lines stay. */
function progressReporter(
  progress: Progress,
  record: TrainingRecord,
  texts: TrainTexts,
  isPlain: boolean,
): (message: TrainingMessage) => void {
  const every = Math.max(1, Math.ceil(record.config.epochs / 10));
  return (message) => {
    if (message.type === 'started') {
      const why = reasonIn(readersTexts().language, message.backend.why);
      progress.say(texts.trainingOn(message.backend.name, why));
    } else if (message.type === 'epoch' && (!isPlain || message.epoch % every === 0))
      progress.say(progressText(record, texts, { bar: !isPlain }));
    else if (message.type === 'steps' && !isPlain) progress.say(progressText(record, texts, { bar: true }));
  };
}

/** @throws with a message for the author of the functions, unless the training finished */
function assertFinished(ending: TrainingEnding, compiled: ReadonlyMap<string, Compiled>, texts: TrainTexts): void {
  switch (ending.status) {
    case 'student':
      throw new Error(problemText(ending.problem, compiled, texts));
    case 'failed': {
      const message = reasonIn(readersTexts().language, ending.message);
      throw ending.usage ? new UsageError(message) : new Error(message);
    }
    case 'diverged':
      throw new Error(texts.diverged(String(ending.loss), ending.step));
    default:
  }
}

function shownPath(file: string): string {
  const path = relative(process.cwd(), file);
  return path.startsWith('..') || isAbsolute(path) ? file : path;
}
