import { unparse } from 'papaparse';

export type Cell = string | number | null | undefined;

export interface TableOptions {
  readonly delimiter?: string;
  readonly newline?: '\n' | '\r\n';
  /** Only for programs: writes every text unchanged, even one that a spreadsheet would execute. */
  readonly plain?: boolean;
}

/**
 * Formats a table as CSV: numbers unchanged, null as empty, and no text that a spreadsheet would interpret as a
 * formula.
 */
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

/** A leading apostrophe makes it text. */
function withoutFormula(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

/** Whether a spreadsheet would execute the text. @see OWASP, "CSV Injection" */
export function looksLikeFormula(text: string): boolean {
  return /^\s*[=+\-@\t\r＝＋－＠]/u.test(text);
}
