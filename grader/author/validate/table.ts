import Table from 'cli-table3';

const linesBetweenNoRows = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

const blankFrame = Object.fromEntries(
  ['top', 'bottom', 'left', 'right', 'mid']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .map((part) => [part, '']),
);

/** Rows under a head, drawn, or set apart by spaces where `plain`. */
export function drawTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { plain, numbersFrom = head.length }: { readonly plain: boolean; readonly numbersFrom?: number },
): string {
  const table = new Table({
    head: [...head],
    style: { head: [], border: [], ...(plain ? { 'padding-left': 0, 'padding-right': 2 } : {}) },
    colAligns: head.map((_, column) => (column >= numbersFrom ? 'right' : 'left')),
    chars: plain ? { ...blankFrame, middle: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' } : linesBetweenNoRows,
  });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}
