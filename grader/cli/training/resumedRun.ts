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

/** Options allowed with `--resume`: the length, and what doesn't affect learning. */
const mayChange = new Set(['epochs', 'from', 'out', 'open', 'quiet', 'plain', 'resume']);

/**
 * The run that `--resume` continues: the named one, or the newest with a finished epoch.
 *
 * @throws UsageError if there is none, or it can't be continued with these options
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
