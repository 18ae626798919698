import { pathToFileURL } from 'node:url';

/** Width of a text in terminal columns: East Asian characters take two. */
export function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + widthOf(character), 0);
}

function widthOf(character: string): number {
  if (/\p{Mark}/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(character)
    ? 2
    : 1;
}

/** Wraps a long line at spaces, with the same indent. */
export function wrap(line: string, columns: number): readonly string[] {
  if (columnsOf(line) <= columns) return [line];
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let current = '';
  // Chinese wraps between any two characters.
  for (const piece of line.trimStart().match(/ +|[^\s\u2e80-\uffef]+|./gu) ?? []) {
    if (columnsOf(indent + current + piece) > columns && current !== '') {
      lines.push(indent + current.trimEnd());
      current = '';
    }
    if (current === '' && piece.trim() === '') continue;
    current += piece;
  }
  return [...lines, indent + current];
}

/** How a terminal opens a place on click. */
export type Link = (
  text: string,
  place: { readonly path: string; readonly line: number; readonly column: number },
) => string;

/** No links. */
export const noLink: Link = (text) => text;

/**
 * OSC 8 links, if the terminal is known to support them; others could print the escape sequence.
 */
export function linkFor(environment: Readonly<Record<string, string | undefined>>): Link {
  const { TERM_PROGRAM, VTE_VERSION, WT_SESSION, TERM, KONSOLE_VERSION, DOMTERM } = environment;
  const isCode = TERM_PROGRAM === 'vscode';
  const isKnown =
    isCode ||
    ['iTerm.app', 'WezTerm', 'ghostty', 'Hyper', 'rio', 'Tabby'].includes(TERM_PROGRAM ?? '') ||
    Number(VTE_VERSION ?? 0) >= 5000 ||
    [WT_SESSION, KONSOLE_VERSION, DOMTERM].some((value) => value !== undefined) ||
    /kitty|foot|alacritty/.test(TERM ?? '');
  if (!isKnown) return noLink;
  return (text, { path, line, column }) => {
    const file = pathToFileURL(path);
    const url = isCode ? `vscode://file${file.pathname}:${line}:${column}` : file.href;
    return `\u001b]8;;${url}\u001b\\${text}\u001b]8;;\u001b\\`;
  };
}
