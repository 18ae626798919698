import Table from 'cli-table3';

export interface DrawOptions {
  /** Without lines: columns are separated by spaces. */
  readonly plain: boolean;
  /** Whether a column has numbers, which are right-aligned. */
  readonly numeric: (column: number) => boolean;
}

/** Formats a head and rows for the terminal. */
export function drawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { plain, numeric }: DrawOptions,
): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], ...(plain ? { 'padding-left': 0, 'padding-right': 2 } : {}) },
    colAligns: head.map((_, column) => (numeric(column) ? 'right' : 'left')),
    chars: plain ? noLines : noLinesBetweenRows,
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

const noLinesBetweenRows = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

const noLines = {
  ...Object.fromEntries(
    ['top', 'bottom', 'left', 'right', 'mid']
      .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
      .map((part) => [part, '']),
  ),
  ...noLinesBetweenRows,
  middle: '',
};
