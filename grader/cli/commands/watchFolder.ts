import type { FSWatcher } from 'chokidar';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { findSubmissions, keepAttempt, readSettings } from '../../class/batch';
import type { Course } from '../../pipeline/course';
import { Interrupted } from '../errors';
import { finishBatch } from '../finishBatch';
import { gradeFolder, type FolderToGrade } from '../gradeFolder';
import type { Installation } from '../installation';
import { parseJobs, parseSeconds, secondsPerExercise } from '../numberOption';
import { openClassFolder, type ClassFolderOptions } from '../openClassFolder';
import { addQueueOptions, placeOf, type QueueOptions } from '../queueOptions';
import { abortOnSignal } from '../abortOnSignal';
import { printLines } from '../printLines';

interface WatchFolderOptions extends QueueOptions, ClassFolderOptions {
  readonly jobs: number;
  readonly quiet?: boolean;
}

/** A folder must be unchanged for this long before it is graded, because it could still be copied. */
const settledMs = 2_000;

/** `grader watch-folder DIR --out OUT`: grades new and changed submissions; the newest attempt counts. */
export function addWatchFolder(grader: Command, installation: Installation): void {
  const command = grader
    .command('watch-folder <dir>')
    .description('grades new and changed submissions in a folder until you stop it; earlier attempts are kept')
    .requiredOption('-o, --out <folder>', 'as for `grader batch`; attempts are kept in OUT/attempts')
    .option('-a, --assignment <id...>', 'only these assignments')
    .option('-j, --jobs <number>', 'how many submissions at once', parseJobs, availableParallelism())
    .option('--seed <seed>', 'seed of the hidden cases')
    .option('--roster <file>', 'class list: grades.csv then lists people')
    .option('--seconds <number>', 'how long one exercise may take, by the clock', parseSeconds, secondsPerExercise)
    .option('--allow-weak-isolation', "continue even if this machine can't isolate submissions as the course demands")
    .option('--quiet', 'print nothing but errors')
    .option('--plain', 'no effect here: lines are always plain');
  addQueueOptions(command, 'grade on other machines with `grader worker`, through this Redis')
    .addHelpText(
      'after',
      '\nExamples:\n  grader watch-folder ~/sync/hand-ins --out graded --assignment 03-losses\n  grader watch-folder mirror --out graded --redis redis://queue.example.edu:6379',
    )
    .action((directory: string, options: WatchFolderOptions) => watchFolder(directory, options, installation));
}

async function watchFolder(directory: string, options: WatchFolderOptions, installation: Installation): Promise<void> {
  const { out, roster, quiet = false } = options;
  const { course, preparation, unlock } = await openClassFolder(directory, options, installation);
  const { signal, end } = abortOnSignal();
  const say = (what: string): void => {
    if (!quiet) printLines(what);
  };
  const folder = {
    course,
    directory,
    out,
    preparation,
    roster,
    jobs: options.jobs,
    queue: placeOf(options, course),
    quiet: true,
    plain: true,
  };
  const changes = await Changes.of(directory);
  try {
    say(`watching ${directory}; press Ctrl-C to stop`);
    while (await changes.settled(signal)) {
      if ((await findSubmissions(directory)).submissions.length === 0) continue;
      for (const line of await gradeChanges(folder, course, installation)) say(line);
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
  } finally {
    end();
    await changes.close();
    await unlock();
  }
  say(`stopped; continue with the same command, or with \`grader batch ${directory} --out ${out} --resume\``);
}

/** Grades what has changed since the last run, as a resumed batch, and stores each result as an attempt. */
async function gradeChanges(
  folder: Omit<FolderToGrade, 'resume'>,
  course: Course,
  installation: Installation,
): Promise<readonly string[]> {
  const { out, directory } = folder;
  const graded: string[] = [];
  const resume = (await readSettings(out)) !== undefined;
  const { notGraded } = await gradeFolder({ ...folder, resume, onGraded: (name) => graded.push(name) }, installation);
  const entries = new Map((await findSubmissions(directory)).submissions.map((one) => [one.name, one]));
  const lines: string[] = [];
  for (const name of graded.toSorted()) {
    const entry = entries.get(name);
    const text = await readFile(join(out, 'results', `${name}.json`), 'utf8').catch(() => undefined);
    if (entry === undefined || text === undefined) continue;
    const { score, maxScore } = JSON.parse(text) as { readonly score: number | null; readonly maxScore: number };
    const number = await keepAttempt(out, entry, text);
    lines.push(`${name}: ${score === null ? 'not graded' : `${score} of ${maxScore}`}, attempt ${number}`);
  }
  if (graded.length > 0) lines.push(...(await finishBatch(out, course)));
  if (notGraded.length > 0)
    lines.push(`could not be graded because of an error on our side, retrying: ${notGraded.join(', ')}`);
  return lines;
}

/** Waits until a changed folder has settled. It counts as changed at the start. */
class Changes {
  #hasChanged = true;
  #last = -Infinity;

  private constructor(private readonly watcher: FSWatcher) {
    watcher.on('all', () => {
      this.#hasChanged = true;
      this.#last = performance.now();
    });
  }

  static async of(directory: string): Promise<Changes> {
    // An ES module, loaded only when needed.
    const { watch } = await import('chokidar');
    return new Changes(
      watch(directory, {
        ignoreInitial: true,
        followSymlinks: false,
        ignored: /[/\\](?:\.git|node_modules)(?:[/\\]|$)/,
      }),
    );
  }

  /** Resolves to false once the signal is aborted. */
  async settled(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (this.#hasChanged && performance.now() - this.#last >= settledMs) {
        this.#hasChanged = false;
        return true;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return false;
  }

  async close(): Promise<void> {
    await this.watcher.close();
  }
}
