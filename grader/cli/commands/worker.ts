import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { WorkerPool } from '../../class/queue';
import { readCourse } from '../../pipeline/course';
import { UsageError } from '../errors';
import { openRequiredIsolation } from '../gradeFolder';
import type { Installation } from '../installation';
import { parseJobs } from '../numberOption';
import { openCourse } from '../openCourse';
import { proofOf } from '../proofOf';
import { addQueueOptions, neededPlace, type QueueOptions } from '../queueOptions';
import { startGrader } from '../startGrader';
import { abortOnSignal } from '../abortOnSignal';
import { printNote } from '../printLines';

interface WorkerOptions extends QueueOptions {
  readonly jobs: number;
  readonly seed?: string;
  readonly allowWeakIsolation?: boolean;
  readonly quiet?: boolean;
}

/** `grader worker --redis URL`: grades jobs for batches on other machines. */
export function addWorker(grader: Command, installation: Installation): void {
  const command = grader
    .command('worker')
    .description('grades jobs of `grader batch --redis` until you press Ctrl-C, then finishes the running ones')
    .option('-j, --jobs <number>', 'how many submissions at once', parseJobs, availableParallelism())
    .option('--seed <seed>', 'seed of the hidden cases, the same as the batch')
    .option('--allow-weak-isolation', "continue even if this machine can't isolate submissions as the course demands")
    .option('--quiet', 'print nothing but errors');
  addQueueOptions(command, 'where the jobs are')
    .addHelpText(
      'after',
      '\nIt needs this course in the same version, the same Node, hidden seed and isolation level as the batch; differences are printed, and shown by `grader doctor --redis`.\n\nExamples:\n  grader worker --redis redis://queue.example.edu:6379\n  DESCENT_REDIS=rediss://ta:PASSWORD@queue.example.edu:6380 grader worker --jobs 8',
    )
    .action((options: WorkerOptions) => work(options, installation));
}

async function work(options: WorkerOptions, installation: Installation): Promise<void> {
  const { root, childCommand } = installation;
  const course = await readCourse(root);
  const place = neededPlace(options, course);
  const isolation = openRequiredIsolation(course, options.allowWeakIsolation === true, childCommand);
  const { scope, label, warning } = await openCourse(installation, course, options.seed);
  if (scope === 'public')
    throw new UsageError("a student's copy has no hidden cases; start a worker in the staff's checkout");
  const say = (what: string): void => {
    if (options.quiet !== true) printNote(what);
  };
  if (warning !== undefined) say(warning);
  const { signal, end } = abortOnSignal();
  const pool = await WorkerPool.open({
    ...place,
    jobs: options.jobs,
    proof: proofOf(installation, { scope, seedLabel: label, isolation: isolation.level }),
    start: (order) => startGrader(installation.engine, { ...order, seed: options.seed, isolation }),
    say,
  });
  try {
    say(`waiting for jobs, ${options.jobs} at once; press Ctrl-C to stop`);
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    say('finishing running jobs; press Ctrl-C again to stop at once');
  } finally {
    await pool.close();
    end();
  }
  say(`${pool.done} graded`);
}
