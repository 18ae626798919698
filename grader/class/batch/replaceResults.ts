import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubmissionResult } from '../../pipeline/report';
import { keepInHistory, swapResults } from './history';
import { readSettings, writeSettings } from './settings';
import { jsonText, writeWhole } from '../../files';

/**
 * Replaces a batch's results by those of a regrade, all at once; the earlier ones stay in `OUT/history`.
 *
 * @param out - the batch
 * @param stage - the regrade, as written by `runBatch`
 * @param some - results for a part of the class, if only those are to be replaced
 * @returns the folder of the earlier results
 */
export async function replaceResults(out: string, stage: string, some?: readonly SubmissionResult[]): Promise<string> {
  const [before, after] = [await readSettings(out), await readSettings(stage)];
  if (before === undefined || after === undefined)
    throw new Error(`${stage} is not a batch that could replace another`);
  const history = await keepInHistory(out);
  const fresh = join(out, '.results-new');
  await rm(fresh, { recursive: true, force: true });
  if (some === undefined) {
    await putAsideGone(out, stage);
    await rename(join(stage, 'results'), fresh);
  } else {
    await cp(join(out, 'results'), fresh, { recursive: true });
    for (const result of some) await writeWhole(join(fresh, `${result.submission}.json`), jsonText(result));
  }
  await swapResults(out, fresh);
  const { course, roster, after: earlier, submissionsFromHere } = before;
  // After a regrade of a part, most results are still from the old checks.
  if (some === undefined)
    await writeSettings(out, { ...after, course: after.course ?? course, roster, after: earlier, submissionsFromHere });
  await rm(stage, { recursive: true });
  return history;
}

/**
 * Restores a batch as it was before the last regrade, and keeps the results it replaces. @param history - what to
 * restore
 */
export async function restoreResults(out: string, history: string): Promise<void> {
  await keepInHistory(out);
  const fresh = join(out, '.results-new');
  await rm(fresh, { recursive: true, force: true });
  await cp(join(history, 'results'), fresh, { recursive: true });
  await swapResults(out, fresh);
  const settings = await readSettings(history);
  if (settings !== undefined) await writeSettings(out, settings);
}

/** Results of withdrawn submissions don't count, but are not deleted. */
async function putAsideGone(out: string, stage: string): Promise<void> {
  const files = await readdir(join(stage, 'results'));
  const gone = (await readdir(join(out, 'results'))).filter((name) => name.endsWith('.json') && !files.includes(name));
  if (gone.length > 0) await mkdir(join(out, 'withdrawn'), { recursive: true });
  for (const name of gone) await cp(join(out, 'results', name), join(out, 'withdrawn', name));
}
