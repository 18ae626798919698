import { languageOf, textsFor, type Texts } from '../pipeline/report';
import { printNote } from './printLines';

let chosen: Texts | undefined;

/** The sentences of the reader's language. The first call says on stderr if `DESCENT_LANG` names none that there is. */
export function readersTexts(): Texts {
  if (chosen !== undefined) return chosen;
  const { language, problem } = languageOf(process.env);
  if (problem !== undefined) printNote(problem);
  chosen = textsFor(language);
  return chosen;
}
