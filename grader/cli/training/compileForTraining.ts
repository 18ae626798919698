import { stat } from 'node:fs/promises';
import { compileSubmission, isFileProblem, readSubmission, type Compiled } from '../../pipeline/submission';
import { helpfulFiles, neededFiles, type TrainingConfig, type TrainTexts } from '../../student/training';
import { UsageError } from '../errors';
import { readersTexts } from '../readersTexts';

type Exercises = Parameters<typeof compileSubmission>[1];

/**
 * Compiles the files whose functions a training calls.
 *
 * @param exercisesOf - the exercises of an assignment, with their names in earlier releases
 * @param directory - a submission: a student's copy, or a folder such as `solutions`
 * @returns compiled files by assignment
 * @throws if a file is missing, ambiguous or has a syntax error, with its name and what to do
 */
export async function compileForTraining(
  directory: string,
  config: TrainingConfig,
  texts: TrainTexts,
  exercisesOf: (id: string) => Promise<Exercises>,
): Promise<ReadonlyMap<string, Compiled>> {
  const found = await stat(directory).catch(() => undefined);
  if (found?.isDirectory() !== true) throw new UsageError(texts.noFolder(directory, neededFiles(config)[0]?.id ?? ''));
  const { files } = await readSubmission(directory, [...helpfulFiles, ...neededFiles(config)]);
  const compiled = new Map<string, Compiled>();
  for (const [id, file] of files) {
    const result = isFileProblem(file) ? file : await compileSubmission(file, await exercisesOf(id));
    if (!isFileProblem(result)) compiled.set(id, result);
    else if (!helpfulFiles.some((helpful) => helpful.id === id))
      throw new Error(texts.needs(id, readersTexts().file(result).join('\n  ')));
  }
  return compiled;
}
