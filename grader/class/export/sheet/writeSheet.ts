import type { Sheet, SheetCell } from './readSheet';

/** The table's text with new values in some cells, and every other byte unchanged. */
export function replaceCells({ text, delimiter }: Sheet, values: ReadonlyMap<SheetCell, string>): string {
  const parts: string[] = [];
  let done = 0;
  for (const [cell, value] of [...values].toSorted(([a], [b]) => a.start - b.start)) {
    parts.push(text.slice(done, cell.start), cell.isQuoted ? quote(value) : fieldText(value, delimiter));
    done = cell.end;
  }
  return [...parts, text.slice(done)].join('');
}

/** Writes a new table. The caller must handle values that look like formulas. */
export function writeRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((field) => fieldText(field, ',')).join(',')}\n`).join('');
}

function fieldText(value: string, delimiter: string): string {
  return value.includes(delimiter) || /["\r\n]|^\s|\s$/.test(value) ? quote(value) : value;
}

function quote(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}
