import { mkdir, readFile, readdir, realpath, rm } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { BatchRefusal } from './BatchRefusal';
import { findSubmissions, type ClassFolder } from './findSubmissions';
import { gradeAll, type NotGraded } from './gradeAll';
import type { Grader } from './grader';
import { findCompletedResults, type Done } from './findCompletedResults';
import {
  checkSameSettings,
  checkSameSpecs,
  fromHere,
  fromHereAll,
  readSettings,
  writeSettings,
  type BatchSettings,
} from './settings';
import { hashOfFile } from '../roster';
import { hideFromGit } from './hideFromGit';
import { keepOwners } from './owners';
import { CannotWrite, ifAbsent, writeWhole } from '../../files';

export interface BatchOptions {
  /** Folder of the submissions. */
  readonly directory: string;
  /** Folder for all output. */
  readonly out: string;
  readonly resume: boolean;
  /** Names of the submissions to grade; undefined for all. */
  readonly only?: readonly string[] | undefined;
  /** Earlier batches whose slip days are used up; undefined to keep those named before. */
  readonly after?: readonly string[] | undefined;
  /** Class list to copy into the batch. */
  readonly roster: string | undefined;
  readonly settings: Omit<
    BatchSettings,
    'schemaVersion' | 'submissions' | 'submissionsFromHere' | 'specHashes' | 'roster' | 'after'
  >;
  readonly jobs: number;
  readonly start: () => Grader;
  readonly isSpread?: boolean;
  readonly signal: AbortSignal;
  /** Called before the first submission is graded. */
  readonly onBegin?: (toGrade: number, found: ClassFolder, done: Done) => void;
  readonly onStart?: (name: string) => void;
  readonly onEnd?: (name: string, isGraded: boolean) => void;
}

export interface BatchOutcome {
  readonly notGraded: NotGraded;
}

/**
 * Grades a class into a folder, which must be locked. However it ends, every result written is whole, and a run with
 * `resume` continues.
 *
 * @throws BatchRefusal if the folder has a batch and `resume` is not set, or it can't be resumed with these settings
 */
export async function runBatch(options: BatchOptions): Promise<BatchOutcome> {
  const { out, resume, roster, signal } = options;
  const directory = await realpath(options.directory);
  const results = join(out, 'results');
  const settings = {
    schemaVersion: 1 as const,
    submissions: directory,
    submissionsFromHere: fromHere(await realpath(out), directory),
    ...options.settings,
  };
  const before = await readSettings(out);
  await checkFolder(out, before, resume);
  if (before !== undefined) {
    await checkSameSubmissions(out, before, directory);
    checkSameSettings(out, before, settings);
  }
  const all = await findSubmissions(directory);
  const { only, after } = options;
  const found =
    only === undefined ? all : { ...all, submissions: all.submissions.filter(({ name }) => only.includes(name)) };
  if (found.submissions.length === 0) throw new BatchRefusal(emptyMessage(options.directory, found.ignored));
  await makeFolder(results);
  await hideFromGit(out);
  await removeLeftovers(out);
  await removeLeftovers(results);
  await keepOwners(directory, out, found.submissions);
  const taken =
    roster === undefined ? before?.roster : { file: resolve(roster), sha256: (await hashOfFile(roster)) ?? '' };
  if (roster !== undefined && resolve(roster) !== resolve(out, 'roster.csv'))
    await writeWhole(join(out, 'roster.csv'), await readFile(roster), {
      advice: 'fix that and run it again, or name another folder with --out',
    });
  const done = await findCompletedResults(results, found.submissions);
  options.onBegin?.(done.toGrade.length, found, done);
  const notGraded = await gradeAll({
    ...options,
    submissions: done.toGrade,
    begin: async ({ specHashes }) => {
      if (before !== undefined) checkSameSpecs(out, before, specHashes);
      // Dates and policy stay those of the first run.
      await writeSettings(out, {
        ...(before ?? { ...settings, specHashes }),
        ...(taken === undefined ? {} : { roster: taken }),
        ...(after === undefined ? {} : { after: await fromHereAll(out, after) }),
      });
    },
    write: (name, text) =>
      writeWhole(join(results, `${name}.json`), text, {
        advice: 'results written so far are whole: fix that, and continue with --resume',
      }),
    signal,
  });
  return { notGraded };
}

/** Creates the folder of a batch. @throws with one sentence if it can't be created or written to */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new CannotWrite(folder, error, 'name another with --out');
  });
}

/** @throws BatchRefusal if one folder is inside the other: results would be taken for submissions */
export async function checkApart(directory: string, out: string): Promise<void> {
  const way = relative(await realpath(directory), await realpath(out));
  if (way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way)) {
    throw new BatchRefusal(
      `${out} is inside ${directory}, so it would be graded itself; name a folder outside with --out`,
    );
  }
}

async function checkFolder(out: string, before: BatchSettings | undefined, resume: boolean): Promise<void> {
  if (before !== undefined && !resume) {
    throw new BatchRefusal(`${out} already has a batch; continue it with --resume, or name another folder with --out`);
  }
  if (before !== undefined) return;
  // A batch killed before the first result has nothing to resume, and nothing to lose.
  const names = await readdir(join(out, 'results')).catch(ifAbsent([]));
  if (names.some((name) => name.endsWith('.json'))) {
    throw new BatchRefusal(`${out} has results, but no batch.json; name another folder with --out`);
  }
}

async function checkSameSubmissions(out: string, before: BatchSettings, directory: string): Promise<void> {
  const candidates = [before.submissions, resolve(out, ...before.submissionsFromHere.split('/'))];
  for (const path of candidates) if ((await realpath(path).catch(() => undefined)) === directory) return;
  throw new BatchRefusal(
    `${out} can't be resumed: it grades the submissions in ${before.submissions}, not ${directory}; give that folder, or another --out`,
  );
}

function emptyMessage(directory: string, ignored: readonly string[]): string {
  const what = ignored.length === 0 ? 'it is empty' : `it has only ${ignored.slice(0, 5).join(', ')}`;
  return `${directory} has no submissions: ${what}; give a folder with a folder or an archive (.zip, .tar.gz) for each student`;
}

/** Removes files half written by a killed batch. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(ifAbsent([]))) {
    if (/\.(?:json|csv)\.\d+$/.test(name)) await rm(join(folder, name), { force: true });
  }
}
