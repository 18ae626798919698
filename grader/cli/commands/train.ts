import { isAbsolute, relative, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { files, optimizers, schedules, trainers } from '../../curriculum/training';
import type { Compiled } from '../../pipeline/submission';
import {
  nextResultsFile,
  problemText,
  progressText,
  runTraining,
  summaryText,
  TrainingRecord,
  writeResults,
  type TrainingEnding,
  type TrainingMessage,
} from '../../student/training';
import { Interrupted, UsageError } from '../errors';
import type { Installation } from '../installation';
import { canDraw, startProgress, type Progress } from '../progress';
import { compileForTraining } from '../training/compileForTraining';
import { endOfTraining } from '../training/endOfTraining';
import {
  parseCount,
  parseNonNegative,
  parsePositive,
  parseSize,
  toConfig,
  type TrainOptions,
} from '../training/trainOptions';
import { versions } from '../versions';

const trainable = files.training.id;

/** `grader train ID`: trains with the student's own code. */
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
    .option('--learning-rate <number>', 'to start with; each optimizer has its own usual one', parsePositive)
    .addOption(
      new Option('--schedule <name>', `which of ${files.schedules.id}' decays`)
        .choices(Object.keys(schedules))
        .default('constant'),
    )
    .option('--warmup <steps>', 'steps of a ramp before the schedule, by withWarmup', parseCount, 0)
    .option('--epochs <number>', 'rounds through the training images', parseSize, 30)
    .option('--batch-size <number>', 'images in a batch', parseSize, 100)
    .option('--lambda <number>', 'strength of the penalty in the loss', parseNonNegative, 1e-4)
    .option('--weight-decay <number>', 'strength of the decay in adamL2 and adamW', parseNonNegative, 0.01)
    .addOption(
      new Option('--trainer <name>', `which of ${files.training.id}'s loops`)
        .choices([...trainers])
        .default('trainMiniBatches'),
    )
    .option('--seed <number>', 'of the order of the images, and of which ones validate', parseCount, 1)
    .option('--from <dir>', 'whose functions: a folder such as solutions (default: your own)')
    .option('--out <file>', 'where the results go (default: the next number in .descent/training/)')
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'lines instead of a progress bar')
    .addHelpText(
      'after',
      '\nCtrl-C ends it and keeps the best weights so far. DESCENT_BACKEND=tensorflow, wasm or cpu chooses what computes.\n' +
        `\nExamples:\n  npm run train -- ${trainable}\n  npm run train -- ${trainable} --optimizer adamW --schedule cosine --epochs 50` +
        `\n  npm run train -- ${trainable} --trainer gradientDescent --epochs 300 --out plain.json`,
    )
    .action((id: string | undefined, options: TrainOptions) => train(id ?? trainable, options, installation));
}

async function train(
  id: string,
  options: TrainOptions,
  { root, engine, trainingCommand }: Installation,
): Promise<void> {
  if (id !== trainable)
    throw new UsageError(`there is nothing to train in ${id}; try \`npm run train -- ${trainable}\``);
  const config = toConfig(options);
  const file = options.out === undefined ? await nextResultsFile(root, trainable) : resolve(options.out);
  const isPlain = options.plain === true || !canDraw(process.stderr);
  const isQuiet = options.quiet === true;
  const progress = await startProgress('starting', { silent: isQuiet, plain: isPlain });
  try {
    const compiled = await compileForTraining(options.from ?? root, config);
    const code = Object.fromEntries([...compiled].map(([assignment, script]) => [assignment, script.code]));
    const record = new TrainingRecord(config);
    const startedAt = new Date().toISOString();
    const tell = teller(progress, record, isPlain);
    const training = runTraining({ command: trainingCommand, root }, { config, code }, (message) => {
      record.add(message);
      tell(message);
    });
    const { ending, status, signal } = await endOfTraining(training);
    progress.stop();
    // Who has made no step has no results to keep.
    const isKept = record.steps > 0 || status === 'finished';
    if (isKept)
      await writeResults(file, record.toResults(status, { assignment: trainable, startedAt, ...versions(engine) }));
    if (isKept && !isQuiet) console.log(`${summaryText(record)}\nresults: ${shownPath(file)}`);
    if (signal !== undefined)
      throw new Interrupted(
        isKept ? 'stopped; the best weights so far are kept' : 'stopped before the first step',
        signal,
      );
    mustHaveFinished(ending, compiled);
  } finally {
    progress.stop();
  }
}

/** Tells of each part of an epoch on a terminal, else of every tenth of the training: lines stay. */
function teller(progress: Progress, record: TrainingRecord, isPlain: boolean): (message: TrainingMessage) => void {
  const every = Math.max(1, Math.ceil(record.config.epochs / 10));
  return (message) => {
    if (message.type === 'started') progress.say(`training on ${message.backend.name}: ${message.backend.why}`);
    else if (message.type === 'epoch' && (!isPlain || message.epoch % every === 0))
      progress.say(progressText(record, { bar: !isPlain }));
    else if (message.type === 'steps' && !isPlain) progress.say(progressText(record, { bar: true }));
  };
}

/** @throws in words for whoever wrote the functions, unless the training came to its end */
function mustHaveFinished(ending: TrainingEnding, compiled: ReadonlyMap<string, Compiled>): void {
  switch (ending.status) {
    case 'student':
      throw new Error(problemText(ending.problem, compiled));
    case 'failed':
      throw ending.usage ? new UsageError(ending.message) : new Error(ending.message);
    case 'diverged':
      throw new Error(
        `the loss is ${ending.loss} at step ${ending.step}: the steps are too long; try a smaller --learning-rate, or look at the losses in the results`,
      );
    default:
  }
}

function shownPath(file: string): string {
  const way = relative(process.cwd(), file);
  return way.startsWith('..') || isAbsolute(way) ? file : way;
}
