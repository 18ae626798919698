import { languageOf, textsFor, type Texts } from '../pipeline/report';
import { printNote } from './printLines';

let hasSaid = false;

/** The sentences of the reader's language. The first call says on stderr if `DESCENT_LANG` names none that there is. */
export function readersTexts(): Texts {
  const { language, problem } = languageOf(process.env);
  if (problem !== undefined && !hasSaid) printNote(problem);
  hasSaid = true;
  return textsFor(language);
}
