import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readSettings, writeSettings } from './settings';

/**
 * Puts the results of a second grading in the place of the first's, one whole file after the other. Interrupted, it is still the old
 * batch, of which some results are new; grading again puts that right.
 *
 * @param out - the batch. @param stage - the other, as `runBatch` wrote it
 */
export async function takeOver(out: string, stage: string): Promise<void> {
  const [before, after] = [await readSettings(out), await readSettings(stage)];
  if (before === undefined || after === undefined) throw new Error(`${stage} holds no batch that could take the place of another`);
  const files = (await readdir(join(stage, 'results'))).filter((name) => name.endsWith('.json'));
  const gone = (await readdir(join(out, 'results'))).filter((name) => name.endsWith('.json') && !files.includes(name));
  if (gone.length > 0) await mkdir(join(out, 'withdrawn'), { recursive: true });
  for (const name of gone) await rename(join(out, 'results', name), join(out, 'withdrawn', name));
  for (const name of files) await rename(join(stage, 'results', name), join(out, 'results', name));
  await writeSettings(out, { ...after, submissionsFromHere: before.submissionsFromHere });
  await rm(stage, { recursive: true });
}
