import { Option, type Command } from 'commander';
import { actOnQueue, openRedis, queueState, withoutPassword, type QueueAction } from '../../class/queue';
import { readCourse } from '../../pipeline/course';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { addQueueOptions, neededPlace, type QueueOptions } from '../queueOptions';
import { queueToText } from '../queueToText';
import { writeJson } from '../writeJson';
import { printLines } from '../printLines';

interface QueueCliOptions extends QueueOptions, Partial<Record<QueueAction, boolean>> {
  readonly json?: string;
}

/** `grader queue --redis URL`: shows jobs, rates and workers. */
export function addQueue(grader: Command, installation: Installation): void {
  const command = grader
    .command('queue')
    .description('shows waiting, running and failed jobs in the queue, the rate, and the workers')
    .option('--json <file>', 'write it as JSON; - for standard output, with nothing else on it')
    .addOption(new Option('--pause', 'start no more jobs; running ones finish').conflicts(['resume', 'drain']))
    .addOption(new Option('--resume', 'continue after --pause').conflicts(['drain']))
    .option('--drain', 'remove waiting jobs whose `grader batch` has ended')
    .option('--plain', 'no effect here: there is nothing to draw');
  addQueueOptions(command, 'where the queue is')
    .addHelpText(
      'after',
      '\nExamples:\n  grader queue --redis redis://queue.example.edu:6379\n  grader queue --redis redis://queue.example.edu:6379 --json -\n  grader queue --redis redis://queue.example.edu:6379 --pause',
    )
    .action((options: QueueCliOptions) => showQueue(options, installation));
}

async function showQueue(options: QueueCliOptions, { root }: Installation): Promise<void> {
  const { url, prefix } = neededPlace(options, await readCourse(root));
  const redis = await openRedis(url);
  try {
    const action = (['pause', 'resume', 'drain'] as const).find((one) => options[one] === true);
    if (action !== undefined) {
      const { coordinators } = await queueState(redis, prefix);
      const [first] = coordinators;
      if (action === 'drain' && first !== undefined) {
        throw new UsageError(
          `a batch is still being handed out by process ${first.pid} on ${first.host}, which would put in again what is removed; end it first, or use --pause`,
        );
      }
      await actOnQueue(redis, prefix, action);
    }
    const state = await queueState(redis, prefix);
    if (options.json !== undefined) await writeJson(options.json, { schemaVersion: 1, ...state });
    if (options.json !== '-') printLines(...queueToText(state, `${withoutPassword(url)} (${prefix})`));
  } finally {
    redis.disconnect();
  }
}
