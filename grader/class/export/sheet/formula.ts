import { looksLikeFormula } from '../../../files';

/**
 * As a formula whose value is the text: Canvas writes names that begin with = so itself. Quotes are doubled, lest one
 * end the text.
 */
export function asTextFormula(text: string): string {
  return looksLikeFormula(text) ? `="${text.replaceAll('"', '""')}"` : text;
}

/** The text that `asTextFormula` was given. */
export function fromTextFormula(text: string): string {
  return /^="([\s\S]*)"$/.exec(text)?.[1]?.replaceAll('""', '"') ?? text;
}

/** An id that merely begins like a formula, `@annlee` or `-123`: it computes nothing. */
const harmless = /^[+\-@][\p{L}\p{N}_.@-]*$/u;

/**
 * Refuses what a platform finds people by if a spreadsheet would run it: with a sign in front the platform would not
 * know it, and without one it is no file to open.
 *
 * @throws in one sentence that names it
 */
export function refuseFormula(text: string, what: string): string {
  if (!looksLikeFormula(text) || harmless.test(text)) return text;
  throw new Error(
    `the ${what} ${JSON.stringify(text)} looks like a formula to a spreadsheet; correct it in the roster, or leave that row out`,
  );
}
