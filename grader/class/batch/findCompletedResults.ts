import { mkdir, readdir, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { contentHash } from './contentHash';
import type { ClassEntry } from './findSubmissions';
import { readResult } from './readBatch';
import { statusOf } from './statusOf';

/** What of a class is graded already. */
export interface Done {
  readonly toGrade: readonly ClassEntry[];
  /** How many have a result that stands. */
  readonly standing: number;
  /** Graded before, but not as they are now. */
  readonly changed: readonly string[];
  /** Results of submissions that are not there any more; they lie in `withdrawn` now. */
  readonly withdrawn: readonly string[];
}

/**
 * Holds the results on disk against the submissions. A result stands if it is whole, of that same folder or archive,
 * whose content has not changed since, and nothing of it was left ungraded for reasons of ours.
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
  return result.entry === entry && result.contentHash === (await contentHash(path)) ? 'yes' : 'changed';
}

/** A grade is never deleted, only kept from being counted. */
async function putAside(results: string, files: readonly string[]): Promise<void> {
  if (files.length === 0) return;
  const aside = join(dirname(results), 'withdrawn');
  await mkdir(aside, { recursive: true });
  for (const file of files) await rename(join(results, file), join(aside, file));
}
