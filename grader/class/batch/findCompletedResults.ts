import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { contentHash } from './contentHash';
import type { ClassEntry } from './findSubmissions';
import { readResult } from './readBatch';
import { statusOf } from './statusOf';

/** Which submissions of a class are graded already. */
export interface Done {
  readonly toGrade: readonly ClassEntry[];
  /** Number of results that are still valid. */
  readonly standing: number;
  /** Submissions that have changed since they were graded. */
  readonly changed: readonly string[];
  /** Submissions that no longer exist; their results are in `withdrawn` now. */
  readonly withdrawn: readonly string[];
}

/**
 * Compares the results on disk with the submissions. A result is valid if it is complete, belongs to the same folder or
 * archive with the same content, and nothing in it was left ungraded by a failure of ours.
 *
 * @param results - the folder `OUT/results`
 */
export async function findCompletedResults(results: string, submissions: readonly ClassEntry[]): Promise<Done> {
  const files = new Set((await readdir(results)).filter((name) => name.endsWith('.json')));
  const toGrade: ClassEntry[] = [];
  const changed: string[] = [];
  for (const one of submissions) {
    const standing = files.has(`${one.name}.json`) ? await stands(join(results, `${one.name}.json`), one) : 'no';
    if (standing !== 'yes') toGrade.push(one);
    if (standing === 'changed') changed.push(one.name);
  }
  const names = new Set(submissions.map(({ name }) => `${name}.json`));
  const withdrawn = [...files].filter((file) => !names.has(file)).toSorted();
  await putAside(results, withdrawn);
  return {
    toGrade,
    standing: submissions.length - toGrade.length,
    changed,
    withdrawn: withdrawn.map((file) => basename(file, '.json')),
  };
}

async function stands(file: string, { entry, path }: ClassEntry): Promise<'yes' | 'changed' | 'no'> {
  const result = await readResult(file).catch(() => undefined);
  if (result === undefined || statusOf(result) === 'infrastructure') return 'no';
  return result.entry === entry && result.contentHash === (await contentHash(path).catch(() => undefined))
    ? 'yes'
    : 'changed';
}

/** Grades are never deleted, only set aside. */
async function putAside(results: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const aside = join(dirname(results), 'withdrawn');
  await mkdir(aside, { recursive: true });
  for (const file of files) await rename(join(results, file), join(aside, file));
}
