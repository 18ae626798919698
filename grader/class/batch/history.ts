import { cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BatchRefusal } from './BatchRefusal';

/** What a grading is made of, and what came of it. */
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

/** Keeps a batch as it is in `OUT/history/NUMBER`: whole or not at all. @returns the folder */
export async function keepInHistory(out: string): Promise<string> {
  const history = join(out, 'history');
  await mkdir(history, { recursive: true });
  const numbers = await entriesOf(history);
  const name = String((numbers.at(-1) ?? 0) + 1).padStart(4, '0');
  const fresh = join(history, `.${name}`);
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh);
  for (const one of kept) {
    if ((await stat(join(out, one)).catch(() => undefined)) !== undefined)
      await cp(join(out, one), join(fresh, one), { recursive: true });
  }
  await rename(fresh, join(history, name));
  return join(history, name);
}

/** What was kept last. @throws BatchRefusal if nothing is */
export async function lastInHistory(out: string): Promise<string> {
  const last = (await entriesOf(join(out, 'history'))).at(-1);
  if (last === undefined)
    throw new BatchRefusal(`${out} has no history: nothing was regraded, so that nothing can be undone`);
  return join(out, 'history', String(last).padStart(4, '0'));
}

/**
 * Puts a folder of results in the place of the batch's. A process that is killed in between leaves the old ones, which
 * `repairResults` puts back.
 */
export async function swapResults(out: string, fresh: string): Promise<void> {
  const [results, old] = [join(out, 'results'), join(out, '.results-old')];
  await rm(old, { recursive: true, force: true });
  await rename(results, old);
  await rename(fresh, results);
  await rm(old, { recursive: true, force: true });
}

/** Puts back the results of a swap that was not finished. */
export async function repairResults(out: string): Promise<void> {
  const isThere = async (path: string): Promise<boolean> => (await stat(path).catch(() => undefined)) !== undefined;
  const old = join(out, '.results-old');
  if ((await isThere(old)) && !(await isThere(join(out, 'results')))) await rename(old, join(out, 'results'));
}

async function entriesOf(history: string): Promise<readonly number[]> {
  const names = await readdir(history).catch(() => []);
  return names
    .filter((name) => /^\d{4,}$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}
