import { unparse } from 'papaparse';

export type Cell = string | number | null | undefined;

export interface TableOptions {
  readonly delimiter?: string;
  readonly newline?: '\n' | '\r\n';
  /** For programs alone: every text as it is, also one that a spreadsheet would run. */
  readonly plain?: boolean;
}

/** A table as CSV: numbers as they are, nothing for null, and no text that a spreadsheet would take for a formula. */
export function writeTable(
  header: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: TableOptions = {},
): string {
  const { delimiter = ',', newline = '\n', plain = false } = options;
  const lines = [header, ...rows].map((row) => row.map((cell) => cellText(cell, plain)));
  return `${unparse(lines, { delimiter, newline })}${newline}`;
}

function cellText(cell: Cell, plain: boolean): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'number' || plain ? String(cell) : withoutFormula(cell);
}

/** An apostrophe in front makes it text. */
function withoutFormula(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** Whether a spreadsheet would run the text. @see OWASP, "CSV Injection" */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@\t\r＝＋－＠]/u.test(text);
}
