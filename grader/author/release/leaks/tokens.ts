import ts from 'typescript';

/** Called for each token of a text, with its position. */
export type OnToken = (word: string, at: number, isName: boolean) => void;

// A leak can be in a string, in JSON, in a comment or in prose: quotes and comment markers are skipped, so all read the
// same. At U+FFFD the scanner would treat the rest as binary.
const gaps = /\uFFFD|\\[nrt'"`\\]|['"`‘’“”]|\/\/|\/\*+|\*+\//g;

/** The tokens of any text by TypeScript's scanner, including quoted and commented text. */
export function forEachToken(text: string, onToken: OnToken): void {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard);
  scanner.setText(text.replace(gaps, (gap) => ' '.repeat(gap.length)));
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const word = scanner.getTokenText();
    const number = kind === ts.SyntaxKind.NumericLiteral ? String(Number(word.replaceAll('_', ''))) : word;
    onToken(number, scanner.getTokenStart(), kind === ts.SyntaxKind.Identifier);
  }
}
