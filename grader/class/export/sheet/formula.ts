import { looksLikeFormula } from '../../../files';

/** Turns text into a formula with that value, as Canvas does for names that start with =. */
export function asTextFormula(text: string): string {
  return looksLikeFormula(text) ? `="${text.replaceAll('"', '""')}"` : text;
}

/** The inverse of `asTextFormula`. */
export function fromTextFormula(text: string): string {
  return /^="([\s\S]*)"$/.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
}

/** An id that starts like a formula but computes nothing, such as `@annlee` or `-123`. */
const harmless = /^[+\-@][\p{L}\p{N}_.@-]*$/u;

/**
 * Refuses an id or email that a spreadsheet would run: escaped, the platform would not recognise it.
 *
 * @throws in one sentence with the text
 */
export function refuseFormula(text: string, what: string): string {
  if (!looksLikeFormula(text) || harmless.test(text)) return text;
  throw new Error(
    `the ${what} ${JSON.stringify(text)} looks like a formula to a spreadsheet; correct it in the roster, or leave that row out`,
  );
}
