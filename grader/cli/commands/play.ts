import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { keptPage, type PageParts } from '../../bundling';
import { isFree, writeFolderWhole } from '../../files';
import { hasSpecs, type Checkout } from '../../pipeline/course';
import {
  openBrowser,
  pageDocument,
  PageServer,
  readCourseOnPage,
  readDocument,
  WorkFiles,
  type PageCourse,
} from '../../student/page';
import { UsageError } from '../errors';
import type { Installation } from '../installation';
import { wholeNumber } from '../numberOption';
import { readersTexts } from '../readersTexts';
import { commandTexts } from '../texts';
import { interrupted } from '../abortOnSignal';

interface PlayOptions {
  readonly build?: string;
  readonly from?: string;
  readonly port?: number;
  readonly open: boolean;
  readonly quiet?: boolean;
}

/** `grader play`: the course in the browser. */
export function addPlay(grader: Command, installation: Installation): void {
  grader
    .command('play')
    .description('shows your own functions at work in the browser, and checks them as you type; press Ctrl-C to stop')
    .option('--build <dir>', 'write the page to a folder instead, for hosting')
    .option('--from <dir>', 'the working copy (default: this one)')
    .option('--port <number>', 'port of the local server (default: a free one)', wholeNumber(0, 65535))
    .option('--no-open', "don't open a browser")
    .option('--quiet', 'print only the address')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run play\n  npm run play -- --no-open --port 8080\n  npm run play -- --build ../site',
    )
    .action((options: PlayOptions) =>
      options.build === undefined
        ? play(options, installation)
        : writeSite(resolve(options.build), options, installation),
    );
}

async function play(options: PlayOptions, installation: Installation): Promise<void> {
  const { root } = installation;
  const from = options.from === undefined ? root : resolve(options.from);
  const { language } = readersTexts();
  const texts = commandTexts(language);
  if (!existsSync(from)) throw new UsageError(texts.noWorkingCopy(from));
  const { parts, course } = await openPage(installation);
  const files = new WorkFiles(from, course.course.assignments);
  const server = new PageServer(files, (address) => pageDocument(parts, course, { language, address }));
  const address = await server.listen(options.port).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(texts.cannotListen(options.port ?? 0, error.code ?? error.message));
  });
  // An ES module that no other command needs.
  const { watch } = await import('chokidar');
  const watcher = watch([...files.folders()], {
    ignoreInitial: true,
    depth: 2,
    awaitWriteFinish: { stabilityThreshold: 40, pollInterval: 10 },
  });
  const failed = new Promise<never>((_resolve, reject) => {
    watcher.on('all', (_event, path) => {
      const id = files.assignmentOf(path);
      if (id !== undefined) server.tell(id);
    });
    watcher.on('error', (error) => reject(new Error(texts.cannotWatch((error as Error).message))));
  });
  try {
    console.log(address);
    const isOpen = options.open && process.stdout.isTTY && (await openBrowser(address));
    if (options.quiet !== true) console.log(isOpen ? texts.opened : texts.openIt);
    await Promise.race([failed, interrupted()]);
  } finally {
    server.close();
    await watcher.close();
  }
}

async function writeSite(folder: string, { quiet }: PlayOptions, installation: Installation): Promise<void> {
  const { language } = readersTexts();
  const texts = commandTexts(language);
  if (!hasSpecs(installation.root)) throw new UsageError(texts.noPageForOthers);
  if (!(await isFree(folder))) throw new UsageError(texts.notEmpty(folder));
  const { parts, course } = await openPage(installation);
  const page = pageDocument(parts, course, { language, address: undefined });
  await writeFolderWhole(folder, new Map([['index.html', page]]));
  if (quiet === true) return;
  const megabytes = (Buffer.byteLength(page) / 1e6).toFixed(1);
  console.log(texts.siteWritten(`${relative(process.cwd(), folder)}/index.html`, megabytes));
}

/** Built from source if there is any, otherwise the page shipped with the release. */
async function openPage(checkout: Checkout): Promise<{ readonly parts: PageParts; readonly course: PageCourse }> {
  if (!hasSpecs(checkout.root)) return readDocument(checkout.root, commandTexts());
  return { parts: await keptPage(checkout), course: await readCourseOnPage(checkout) };
}
