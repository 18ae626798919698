import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonText, writeWhole } from '../../files';
import { numberOfResults, resultsFolder } from './readResults';
import type { TrainingResults } from './TrainingRecord';

/** Default file of results, with the first free number, so nothing is overwritten. */
export async function nextResultsFile(root: string, assignment: string): Promise<string> {
  const folder = resultsFolder(root);
  const names = await readdir(folder).catch(() => []);
  const numbers = names.map((name) => numberOfResults(name, assignment) ?? 0);
  return join(folder, `${assignment}-${Math.max(0, ...numbers) + 1}.json`);
}

/** Writes it atomically. @throws a one-sentence error if it can't be written */
export async function writeResults(file: string, results: TrainingResults): Promise<void> {
  await writeWhole(file, jsonText(results), { makeFolder: true, advice: 'name another file with --out' });
}
