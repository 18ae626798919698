import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifAbsent } from '../../files';
import { BatchRefusal } from './BatchRefusal';

/** The settings and results of a grading. */
const kept = [
  'results',
  'batch.json',
  'grades.csv',
  'roster.csv',
  'times.csv',
  'overrides.csv',
  'overrides.json',
  'owners.json',
  'import.json',
];

/** Copies a batch to `OUT/history/NUMBER`, whole or not at all. @returns the folder */
export async function keepInHistory(out: string): Promise<string> {
  const history = join(out, 'history');
  await mkdir(history, { recursive: true });
  const numbers = await entriesOf(history);
  const name = String((numbers.at(-1) ?? 0) + 1).padStart(4, '0');
  const fresh = join(history, `.${name}`);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh);
  for (const one of kept) {
    if ((await stat(join(out, one)).catch(ifAbsent(undefined))) !== undefined)
      await cp(join(out, one), join(fresh, one), { recursive: true });
  }
  await rename(fresh, join(history, name));
  return join(history, name);
}

/** The newest entry of the history. @throws BatchRefusal if there is none */
export async function lastInHistory(out: string): Promise<string> {
  const last = (await entriesOf(join(out, 'history'))).at(-1);
  if (last === undefined)
    throw new BatchRefusal(`${out} has no history: nothing was regraded, so there is nothing to undo`);
  return join(out, 'history', String(last).padStart(4, '0'));
}

/**
 * Replaces the batch's results by another folder. If the process is killed in between, the old ones remain, and
 * `repairResults` restores them.
 */
export async function swapResults(out: string, fresh: string): Promise<void> {
  const [results, old] = [join(out, 'results'), join(out, '.results-old')];
  await rm(old, { recursive: true, force: true });
  await rename(results, old);
  await rename(fresh, results);
  await rm(old, { recursive: true, force: true });
}

/** Restores the results after an unfinished swap. */
export async function repairResults(out: string): Promise<void> {
  const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(ifAbsent(undefined))) !== undefined;
  const old = join(out, '.results-old');
  if ((await isThere(old)) && !(await isThere(join(out, 'results')))) await rename(old, join(out, 'results'));
}

async function entriesOf(history: string): Promise<readonly number[]> {
  const names = await readdir(history).catch(ifAbsent([]));
  return names
    .filter((name) => /^\d{4,}$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}
