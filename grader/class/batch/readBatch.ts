import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ifAbsent, inParallel, readJson } from '../../files';
import { submissionResultSchema, type SubmissionResult } from '../../pipeline/report';

/** A batch's results, as on disk. */
export interface Batch {
  /** The folder that `--out` named. */
  readonly folder: string;
  /** By submission, sorted by name. */
  readonly results: readonly SubmissionResult[];
}

/**
 * Reads `OUT/results/*.json`.
 *
 * @throws if there are none, or one is not a valid result: an incomplete class must not pass for a complete one
 */
export async function readBatch(folder: string): Promise<Batch> {
  const names = await readdir(join(folder, 'results')).catch(ifAbsent([]));
  const files = names.filter((name) => name.endsWith('.json') && !name.startsWith('.')).toSorted();
  if (files.length === 0) {
    throw new Error(`${folder} has no results; give the folder that \`grader batch DIR --out OUT\` wrote`);
  }
  // A few at once: a large class does not fit into memory while all of it is parsed.
  const results = await inParallel(files, (name) => readResult(join(folder, 'results', name)));
  return { folder, results };
}

/** Reads one result file. @throws with one sentence if it is not a valid result */
export async function readResult(file: string): Promise<SubmissionResult> {
  const result = await readJson(file, submissionResultSchema);
  if (result.status === 'read') return result.value;
  const fact = result.status === 'missing' ? 'there is no such file' : result.why;
  throw new Error(`${file} is not a result of this grader (${fact}); delete it and run the batch again with --resume`);
}
