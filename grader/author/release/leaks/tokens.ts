import ts from 'typescript';

/** One word or sign of a text. */
export interface Token {
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
  readonly isName: boolean;
}

// A leak may hide in a string, in JSON, in a comment or in prose: quotes and comment signs are gaps, so that all read
// alike. At U+FFFD the scanner takes all that follows for binary.
const gaps = /\uFFFD|\\[nrt'"`\\]|['"`‘’“”]|\/\/|\/\*+|\*+\//g;

/** The tokens of any text, as TypeScript's scanner sees them. What is quoted or commented is read like the rest. */
export function tokensOf(text: string): readonly Token[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard);
  scanner.setText(text.replace(gaps, (gap) => ' '.repeat(gap.length)));
  const tokens: Token[] = [];
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const word = scanner.getTokenText();
    const number = kind === ts.SyntaxKind.NumericLiteral ? String(Number(word.replaceAll('_', ''))) : word;
    tokens.push({ text: number, at: scanner.getTokenStart(), isName: kind === ts.SyntaxKind.Identifier });
  }
  return tokens;
}

/**
 * The tokens without those that a compiler is free to leave out or put in: semicolons, commas at the end of a list, and
 * the parentheses of a lone parameter.
 */
export function essentialTokens(tokens: readonly Token[]): readonly Token[] {
  const text = (index: number): string => tokens[index]?.text ?? '';
  return tokens.filter(({ text: own }, index) => {
    if (own === ';') return false;
    if (own === ',') return !/^[)\]}]$/.test(text(index + 1));
    if (own === '(') return !(text(index + 2) === ')' && text(index + 3) === '=>');
    if (own === ')') return !(text(index + 1) === '=>' && text(index - 2) === '(');
    return true;
  });
}
