import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import {
  readRun,
  readRuns,
  startOf,
  type NamedRun,
  type TrainingConfig,
  type TrainTexts,
} from '../../student/training';
import { UsageError } from '../errors';

/** What a training that goes on may be given: how long, and what has nothing to do with how it learns. */
const mayChange = new Set(['epochs', 'from', 'out', 'open', 'quiet', 'plain', 'resume']);

/**
 * The run that `--resume` goes on with: the one named, else the newest that came to the end of an epoch.
 *
 * @throws UsageError if there is none, or it can't go on in the way that is asked for
 */
export async function resumedRun(
  root: string,
  assignment: string,
  command: Command,
  texts: TrainTexts,
): Promise<{ readonly earlier: NamedRun; readonly config: TrainingConfig }> {
  const { resume, epochs } = command.opts<{ readonly resume: string | true; readonly epochs: number }>();
  const isGiven = (name: string): boolean => command.getOptionValueSource(name) === 'cli';
  const changed = command.options.filter((option) => isGiven(option.attributeName()) && !mayChange.has(option.attributeName())); // prettier-ignore
  if (changed.length > 0) throw new UsageError(texts.asItBegan(changed.map(({ long }) => long).join(', ')));
  const canGoOn = (run: NamedRun | undefined): run is NamedRun =>
    run !== undefined && run.run.assignment === assignment && startOf(run.run) !== undefined;
  if (resume !== true && !existsSync(resolve(resume))) throw new UsageError(texts.noFile(resume));
  const earlier =
    resume === true ? (await readRuns(root, assignment)).findLast(canGoOn) : await readRun(resolve(resume));
  if (!canGoOn(earlier)) throw new UsageError(resume === true ? texts.nothingToResume : texts.noRun(resume));
  const { run, name } = earlier;
  const all = isGiven('epochs') ? epochs : run.config.epochs;
  if ((run.last?.epoch ?? 0) >= all) throw new UsageError(texts.allDone(name, run.config.epochs));
  return { earlier, config: { ...run.config, epochs: all } };
}
