import { join } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { readCourse } from '../../pipeline/course';
import { Checker } from '../../student/checker';
import { TypeChecker } from '../../student/types';
import {
  actionOf,
  assignmentOf,
  Board,
  linkFor,
  noLink,
  secondsPerFunction,
  WatchSession,
  watchTexts,
  type Terminal,
} from '../../student/watch';
import { chooseAssignments } from '../chooseAssignments';
import type { Installation } from '../installation';
import { openIsolation } from '../openIsolation';
import { canDraw, type OutputOptions } from '../progress';
import { readersTexts } from '../readersTexts';
import { openEditor } from '../terminal/openEditor';
import { readKeys } from '../terminal/readKeys';
import { commandTexts } from '../texts';
import { interrupted } from '../abortOnSignal';

/** `grader watch`: checks an assignment again whenever it is saved. */
export function addWatch(grader: Command, installation: Installation): void {
  grader
    .command('watch [id...]')
    .description('checks each file on save, and shows what to fix first; keys give hints, q quits')
    .option('--quiet', 'print only what the checks say')
    .option('--plain', "don't clear the screen; no colors, no keys")
    .addHelpText('after', '\nExamples:\n  npm run watch\n  npm run watch -- 03-losses')
    .action((ids: readonly string[], options: OutputOptions) => watch(installation, ids, options));
}

async function watch(installation: Installation, named: readonly string[], options: OutputOptions): Promise<void> {
  const { root, childCommand } = installation;
  const ids = chooseAssignments(await readCourse(root), named);
  const checker = new Checker({
    ...installation,
    isolation: openIsolation(childCommand),
    secondsPerExercise: secondsPerFunction(process.env, 5),
  });
  const isDrawn = options.plain !== true && canDraw(process.stdout);
  const texts = readersTexts();
  const own = watchTexts(texts.language);
  const keys = isDrawn ? readKeys(process.stdin) : undefined;
  const terminal = (): Terminal => ({
    root,
    // No wrapping for output that is read by a program or scrolls: the reader's terminal wraps it.
    columns: isDrawn ? process.stdout.columns : Infinity,
    colors: isDrawn ? pc : pc.createColors(false),
    link: isDrawn ? linkFor(process.env) : noLink,
    hasKeys: keys !== undefined,
    texts,
    own,
  });
  const folders = ids.map((id) => `assignments/${id}`).join(', ');
  const draw = (lines: readonly string[]): void => {
    if (isDrawn) drawOver(lines);
    else console.log([...lines, '', ...(options.quiet === true ? [] : [own.waiting(folders)])].join('\n'));
  };
  const open = async (place: { readonly path: string; readonly line: number }): Promise<string | undefined> => {
    keys?.pause();
    const opened = await openEditor(place);
    keys?.resume();
    if (opened.status === 'none') return own.noEditor;
    return opened.status === 'failed' ? own.editorFailed(opened.command) : undefined;
  };
  let watching: Watching | undefined;
  let session: WatchSession | undefined;
  let types: TypeChecker | undefined;
  try {
    const board = new Board(await Promise.all(ids.map((id) => checker.load(id))));
    session = new WatchSession({ board, checker, terminal, draw, open, now: () => new Date() });
    if (options.quiet !== true) console.log(own.checking(ids.join(', ')));
    const { typesChecked } = session;
    types = new TypeChecker(root, typesChecked);
    for (const id of ids) types.check(id);
    watching = await watchFiles(root, ids, session, types);
    await Promise.race([watching.failed, untilQuit(session, keys), interrupted()]);
  } finally {
    keys?.close();
    session?.end();
    types?.close();
    await watching?.close();
    checker.close();
  }
}

/** Draws lines on a cleared screen; the earlier content stays in the scrollback. */
function drawOver(lines: readonly string[]): void {
  const { stdout } = process;
  stdout.write(`${'\n'.repeat(Math.max(0, stdout.rows - 1))}\u001b[H\u001b[J${lines.join('\n')}\n`);
}

/** A running watch over the files of these assignments. */
interface Watching {
  /** Rejects if the files can't be watched or our own code fails; never resolves. */
  readonly failed: Promise<never>;
  readonly close: () => Promise<void>;
}

async function watchFiles(
  root: string,
  ids: readonly string[],
  session: WatchSession,
  types: TypeChecker,
): Promise<Watching> {
  // An ES module that no other command needs.
  const { watch: watchFolders } = await import('chokidar');
  const watcher = watchFolders(
    ids.map((id) => join(root, 'assignments', id)),
    { ignoreInitial: true, depth: 0 },
  );
  const failed = new Promise<never>((_resolve, reject) => {
    const timers = new Map<string, NodeJS.Timeout>();
    const recheck = (path: string): void => {
      const id = assignmentOf(path, ids);
      if (id === undefined) return;
      // Waits, because a file written in pieces changes several times.
      clearTimeout(timers.get(id));
      timers.set(
        id,
        setTimeout(() => {
          session.saved(id).catch(reject);
          types.check(id);
        }, millisecondsToSettle),
      );
    };
    // Many editors save by writing a new file and renaming it.
    watcher.on('change', recheck).on('add', recheck);
    watcher.on('error', (error) => reject(new Error(commandTexts().cannotWatch((error as Error).message))));
    session.saved(...ids).catch(reject);
  });
  return { failed, close: () => watcher.close() };
}

const millisecondsToSettle = 10;

async function untilQuit(session: WatchSession, keys: AsyncIterable<string> | undefined): Promise<void> {
  if (keys === undefined) return new Promise(() => undefined);
  for await (const key of keys) {
    const action = actionOf(key);
    if (action !== undefined && !(await session.press(action))) return;
  }
}
