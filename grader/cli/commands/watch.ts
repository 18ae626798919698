import { join } from 'node:path';
import type { Command } from 'commander';
import { readCourse } from '../../pipeline/course';
import { chooseAssignments } from '../chooseAssignments';
import type { Installation } from '../installation';
import { interrupted } from '../interrupted';
import { assignmentOf, CheckQueue, runPublicChecks, type PublicRun } from '../../student/watch';

interface WatchOptions {
  readonly quiet?: boolean;
  readonly plain?: boolean;
}

/** `grader watch`: checks an assignment again whenever it is saved. */
export function addWatch(grader: Command, { root }: Installation): void {
  grader
    .command('watch [id...]')
    .description('checks again what was just saved, and shows the thing to fix first; Ctrl-C ends it')
    .option('--quiet', 'nothing but what the checks say')
    .option('--plain', 'never clear the screen, no colours')
    .addHelpText('after', '\nExamples:\n  npm run watch\n  npm run watch -- 03-losses')
    .action((ids: readonly string[], options: WatchOptions) => watch(root, ids, options));
}

async function watch(root: string, named: readonly string[], options: WatchOptions): Promise<void> {
  const ids = chooseAssignments(await readCourse(root), named);
  const isPlain = options.plain === true;
  let run: PublicRun | undefined;
  const check = async (id: string | undefined): Promise<void> => {
    if (process.stdout.isTTY && !isPlain) process.stdout.write('\u001b[2J\u001b[3J\u001b[H');
    if (options.quiet !== true) console.log(id === undefined ? `checking ${ids.join(', ')}` : `${id} was saved`);
    run = runPublicChecks(root, id === undefined ? ids : [id], { isPlain });
    await run.done;
    if (options.quiet !== true)
      console.log(
        `\nwatching ${ids.map((one) => `assignments/${one}`).join(', ')}; save a file to check it, Ctrl-C to end`,
      );
  };

  // It speaks ESM and does nothing for other commands.
  const { watch: watchFiles } = await import('chokidar');
  const queue = new CheckQueue<string | undefined>(check);
  const watcher = watchFiles(
    ids.map((id) => join(root, 'assignments', id)),
    { ignoreInitial: true, depth: 0, awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 } },
  );
  const failed = new Promise<never>((_resolve, reject) => {
    const recheck = (path: string): void => {
      const id = assignmentOf(path, ids);
      if (id !== undefined) queue.add(id).catch(reject);
    };
    // Many editors save by writing a new file and renaming it.
    watcher.on('change', recheck).on('add', recheck);
    watcher.on('error', (error) => reject(new Error(`the files can't be watched: ${(error as Error).message}`)));
    queue.add(undefined).catch(reject);
  });
  try {
    await Promise.race([failed, interrupted()]);
  } finally {
    run?.stop();
    await watcher.close();
  }
}
