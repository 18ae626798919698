import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readQuestions, type WrittenQuestions } from '../../questions';
import { readHints, type HintCatalogue } from './hintsFile';
import { readLabels, type LabelCatalogue } from './labelsFile';

/** Texts about an assignment for people, next to its spec. */
export interface AssignmentWords {
  /** Hints by exercise, then mistake. A carried mistake has the hints of the exercise that it comes from. */
  readonly hints: HintCatalogue;
  /** The same hints in other languages: of every mistake, or of none. */
  readonly translations?: { readonly zh: HintCatalogue } | undefined;
  /** Labels of cases and checks in other languages. */
  readonly labels?: { readonly zh: LabelCatalogue } | undefined;
  /** Questions that are answered in words or numbers, by name. */
  readonly questions?: WrittenQuestions | undefined;
}

/** The parsed texts, and their source texts, which show whether they have changed. */
export interface ReadWords {
  readonly words: AssignmentWords;
  readonly texts: readonly string[];
}

/**
 * Reads `solutions/ID/hints.*.yaml`, `labels.*.yaml` and `questions.yaml`. @throws naming file and line of the problem
 */
export async function readWords(root: string, id: string): Promise<ReadWords> {
  const texts: string[] = [];
  const read = async <T>(name: string, parse: (content: string, file: string) => T): Promise<T | undefined> => {
    const file = `solutions/${id}/${name}`;
    const content = await readFile(join(root, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw new Error(`${file} can't be read: ${error.message}`, { cause: error });
    });
    if (content === undefined) return undefined;
    texts.push(content);
    return parse(content, file);
  };
  const hints = (await read('hints.en.yaml', readHints)) ?? {};
  const chineseHints = await read('hints.zh.yaml', readHints);
  const chineseLabels = await read('labels.zh.yaml', readLabels);
  const questions = await read('questions.yaml', readQuestions);
  const words: AssignmentWords = {
    hints,
    translations: chineseHints && { zh: chineseHints },
    labels: chineseLabels && { zh: chineseLabels },
    questions,
  };
  return { words, texts };
}
