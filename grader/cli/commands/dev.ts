import { basename, dirname, join } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { readCourse } from '../../pipeline/course';
import { assignmentsWith } from '../assignmentsWith';
import { chooseAssignments } from '../chooseAssignments';
import type { Installation } from '../installation';
import { assertCourse } from '../assertCourse';
import { printLines } from '../printLines';
import { readersTexts } from '../readersTexts';
import { interrupted } from '../abortOnSignal';

interface DevCliOptions {
  readonly exercise?: string;
  readonly once?: boolean;
}

/** `grader dev ID`: regenerates and proves an assignment on each save. */
export function addDev(grader: Command, installation: Installation): void {
  grader
    .command('dev <id>')
    .description(
      'on each save, generates files, proves the draft, and shows what a student reads for each known mistake',
    )
    .option('-t, --exercise <name>', 'only this function')
    .option('--once', 'run once, and exit')
    .addHelpText(
      'after',
      '\nExamples:\n  grader dev 03-losses\n  grader dev 03-losses -t softmaxLoss\n\nAfter the first run, only exercises changed by a save are proven again. Press Ctrl-C to stop.',
    )
    .action((id: string, options: DevCliOptions) => dev(installation, id, options));
}

async function dev(installation: Installation, named: string, { exercise, once }: DevCliOptions): Promise<void> {
  assertCourse(installation);
  const { root } = installation;
  const course = await readCourse(root);
  const [id = named] =
    exercise === undefined
      ? chooseAssignments(course, [named])
      : await assignmentsWith(installation, course, { ids: [named], exercise });
  const { DevSession, devToText, keyOf } = await import('../../author/dev');
  const session = new DevSession(installation, { id, exercise, publicSeed: course.publicSeed, texts: readersTexts() });
  const shown = new Map<string, string>();
  const look = async (): Promise<boolean> => {
    const begin = performance.now();
    const report = await session.saved();
    const seconds = (performance.now() - begin) / 1000;
    printLines(...devToText(report, { id, root, colors: pc, seconds, shown }), '');
    if (report.status === 'checked') for (const view of report.views) shown.set(keyOf(view), view.message);
    return report.status === 'checked';
  };
  const isUsable = await look();
  if (once === true && !isUsable) throw new Error(`${id} was not checked`);
  if (once === true) return;
  const folders = [join(root, 'solutions', id), join(root, 'assignments', id)];
  printLines(`watching solutions/${id} and assignments/${id}; press Ctrl-C to stop`);
  await watchSaves(folders, look);
}

/** Calls `look` after each save, one call at a time, until interrupted. */
async function watchSaves(folders: readonly string[], look: () => Promise<unknown>): Promise<void> {
  // An ES module that no other command needs.
  const { watch } = await import('chokidar');
  const watcher = watch([...folders], { ignoreInitial: true, depth: 0 });
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  const failed = new Promise<never>((_resolve, reject) => {
    const saved = (path: string): void => {
      if (isGenerated(path)) return;
      clearTimeout(timer);
      // Waits, because a file written in pieces changes several times.
      timer = setTimeout(() => {
        looking = looking.then(async () => void (await look())).catch(reject);
      }, millisecondsToSettle);
    };
    watcher.on('change', saved).on('add', saved).on('unlink', saved);
    watcher.on('error', (error) => reject(error as Error));
  });
  try {
    await Promise.race([failed, interrupted()]);
  } finally {
    clearTimeout(timer);
    await watcher.close();
  }
}

const millisecondsToSettle = 20;

/** Everything in an assignment's folder except its handouts is generated. */
function isGenerated(path: string): boolean {
  return basename(dirname(dirname(path))) === 'assignments' && !path.endsWith('.md');
}
