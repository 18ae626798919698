import { stat } from 'node:fs/promises';
import { compileSubmission, isFileProblem, readSubmission, type Compiled } from '../../pipeline/submission';
import { neededFiles, type TrainingConfig } from '../../student/training';
import { UsageError } from '../errors';
import { readersTexts } from '../readersTexts';

/**
 * Compiles the files whose functions a training calls.
 *
 * @param directory - of a submission: a student's copy, or a folder such as `solutions`
 * @returns by assignment
 * @throws for a file that is missing, ambiguous or has a syntax error, naming it and what to do
 */
export async function compileForTraining(
  directory: string,
  config: TrainingConfig,
): Promise<ReadonlyMap<string, Compiled>> {
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory() !== true)
    throw new UsageError(
      `there is no folder ${directory}; give --from the folder that holds ${neededFiles(config)[0]?.id ?? ''}`,
    );
  const { files } = await readSubmission(directory, neededFiles(config));
  const compiled = new Map<string, Compiled>();
  for (const [id, file] of files) {
    const result = isFileProblem(file) ? file : await compileSubmission(file);
    if (isFileProblem(result)) throw new Error(`training needs ${id}: ${readersTexts().file(result).join('\n  ')}`);
    compiled.set(id, result);
  }
  return compiled;
}
