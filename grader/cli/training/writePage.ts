import { basename } from 'node:path';
import { writeWhole } from '../../files';
import type { Compiled } from '../../pipeline/submission';
import { languageOf } from '../../pipeline/report';
import { problemText, readRuns, trainingPage, trainTexts, type TrainingResults } from '../../student/training';

/**
 * Writes the page of a training next to its results.
 *
 * @returns its path
 */
export async function writePage(
  root: string,
  file: string,
  results: TrainingResults,
  { summary, compiled }: { readonly summary: string; readonly compiled: ReadonlyMap<string, Compiled> },
): Promise<string> {
  const { language } = languageOf(process.env);
  const { templates, assignment } = results;
  const page = trainingPage(
    { name: basename(file), run: results },
    {
      language,
      earlier: await readRuns(root, assignment),
      summary,
      templatesProblem:
        templates?.status === 'problem' ? problemText(templates.problem, compiled, trainTexts(language)) : undefined,
    },
  );
  const path = `${file.replace(/\.json$/, '')}.html`;
  await writeWhole(path, page, { makeFolder: true });
  return path;
}
