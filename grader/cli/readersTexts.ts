import { languageOf, textsFor, type Texts } from '../pipeline/report';
import { printNote } from './printLines';

let hasSaid = false;

/** Texts in the reader's language. The first call warns on stderr if `DESCENT_LANG` names an unknown one. */
export function readersTexts(): Texts {
  const { language, problem } = languageOf(process.env);
  if (problem !== undefined && !hasSaid) printNote(problem);
  hasSaid = true;
  return textsFor(language);
}
