import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubmissionResult } from '../../pipeline/report';
import { keepInHistory, swapResults } from './history';
import { readSettings, writeSettings } from './settings';
import { jsonText, writeWhole } from '../../files';

/**
 * Puts the results of a second grading in the place of the first's, all of them at once; the first stays in
 * `OUT/history`.
 *
 * @param out - the batch
 * @param stage - the other, as `runBatch` wrote it
 * @param some - results of a part of the class, where only they are to count; all others stay as they are
 * @returns where the first is kept
 */
export async function takeOver(out: string, stage: string, some?: readonly SubmissionResult[]): Promise<string> {
  const [before, after] = [await readSettings(out), await readSettings(stage)];
  if (before === undefined || after === undefined)
    throw new Error(`${stage} holds no batch that could take the place of another`);
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
  // Where a part was graded again, most are still of the old checks.
  if (some === undefined)
    await writeSettings(out, { ...after, course: after.course ?? course, roster, after: earlier, submissionsFromHere });
  await rm(stage, { recursive: true });
  return history;
}

/**
 * Puts a batch back as it was before the last regrade, and keeps what it is now in its place. @returns what was put
 * back
 */
export async function undoTakeOver(out: string, history: string): Promise<void> {
  await keepInHistory(out);
  const fresh = join(out, '.results-new');
  await rm(fresh, { recursive: true, force: true });
  await cp(join(history, 'results'), fresh, { recursive: true });
  await swapResults(out, fresh);
  const settings = await readSettings(history);
  if (settings !== undefined) await writeSettings(out, settings);
}

/** Results of submissions that are gone are not counted, and not deleted. */
async function putAsideGone(out: string, stage: string): Promise<void> {
  const files = await readdir(join(stage, 'results'));
  const gone = (await readdir(join(out, 'results'))).filter((name) => name.endsWith('.json') && !files.includes(name));
  if (gone.length > 0) await mkdir(join(out, 'withdrawn'), { recursive: true });
  for (const name of gone) await cp(join(out, 'results', name), join(out, 'withdrawn', name));
}
