import { languageOf, textsFor, type Texts } from '../pipeline/report';

let chosen: Texts | undefined;

/** The sentences of the reader's language. The first call says on stderr if `DESCENT_LANG` names none that there is. */
export function readersTexts(): Texts {
  if (chosen !== undefined) return chosen;
  const { language, unknown } = languageOf(process.env);
  if (unknown !== undefined)
    console.error(`grader: DESCENT_LANG=${unknown} is no language of ours (en, zh): using English`);
  chosen = textsFor(language);
  return chosen;
}
