import Table from 'cli-table3';

export interface DrawOptions {
  /** No drawn lines: columns set apart by spaces. */
  readonly plain: boolean;
  /** Columns of numbers, which are aligned to the right. */
  readonly numeric: (column: number) => boolean;
}

/** Rows under a head, for the terminal. */
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
