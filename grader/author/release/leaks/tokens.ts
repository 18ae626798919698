import ts from 'typescript';

/** Called for each word or sign of a text, with where it begins. */
export type OnToken = (word: string, at: number, isName: boolean) => void;

// A leak may hide in a string, in JSON, in a comment or in prose: quotes and comment signs are gaps, so that all read
// alike. At U+FFFD the scanner takes all that follows for binary.
const gaps = /\uFFFD|\\[nrt'"`\\]|['"`‘’“”]|\/\/|\/\*+|\*+\//g;

/** The tokens of any text, as TypeScript's scanner sees them. What is quoted or commented is read like the rest. */
export function forEachToken(text: string, onToken: OnToken): void {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard);
  scanner.setText(text.replace(gaps, (gap) => ' '.repeat(gap.length)));
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const word = scanner.getTokenText();
    const number = kind === ts.SyntaxKind.NumericLiteral ? String(Number(word.replaceAll('_', ''))) : word;
    onToken(number, scanner.getTokenStart(), kind === ts.SyntaxKind.Identifier);
  }
}
