import { formatNumber } from '../../../pipeline/words/formatNumber';
import { looksEqual, type HeatMap } from '../../../pipeline/report/pictures';
import { cells, drawing, svg } from '../../../student/page/drawing';
import type { Html } from '../document/html';

/** The error of one element: the sign as a kind, which selects colour and glyph, and the size from 1 (small) to 4. */
export interface Cell {
  readonly kind: 'less' | 'more' | 'same' | 'broken';
  readonly depth: 0 | 1 | 2 | 3 | 4;
  readonly expected: number;
  readonly got: number;
}

/** The elements of a heat map, row by row. */
export function cellsOf({ expected, got }: HeatMap): readonly Cell[] {
  const pairs = expected.map((value, index) => ({ expected: Number(value), got: Number(got[index] ?? 'NaN') }));
  const distances = pairs.map((pair) => Math.abs(pair.got - pair.expected));
  const largest = Math.max(0, ...distances.filter(Number.isFinite));
  return pairs.map((pair, index) => {
    const distance = distances[index] ?? NaN;
    if (looksEqual(pair.expected, pair.got)) return { ...pair, kind: 'same', depth: 0 };
    if (!Number.isFinite(distance)) return { ...pair, kind: 'broken', depth: 0 };
    return { ...pair, kind: pair.got < pair.expected ? 'less' : 'more', depth: depthOf(distance / largest) };
  });
}

function depthOf(share: number): 1 | 2 | 3 | 4 {
  if (share > 0.75) return 4;
  if (share > 0.4) return 3;
  return share > 0.1 ? 2 : 1;
}

export const glyphs = { less: '−', more: '+', same: '=', broken: '×' } as const;

const gutter = { left: 34, top: 22 };

/** The matrix of errors. Colour and sign show direction and size; small matrices also show the numbers. */
export function drawHeatMap(map: HeatMap, title: string, description: string, id: string): Html {
  const { rows, columns, block } = map;
  const width = columns <= 8 ? 74 : columns <= 16 ? 38 : 22;
  const height = columns <= 8 ? 34 : width;
  const size = { width: gutter.left + columns * width + 2, height: gutter.top + rows * height + 2 };
  const marks = cellsOf(map).map((cell) => ({
    className: cell.depth === 0 ? cell.kind : `${cell.kind}-${cell.depth}`,
    text: width > 40 ? labelOf(cell) : glyphs[cell.kind],
  }));
  const across = positions(columns, block).map(
    ([at, label]) => svg`<text x="${gutter.left + (at + 0.5) * width}" y="15" text-anchor="middle">${label}</text>`,
  );
  const down = positions(rows, block).map(
    ([at, label]) =>
      svg`<text x="${gutter.left - 8}" y="${gutter.top + (at + 0.5) * height + 4}" text-anchor="end">${label}</text>`,
  );
  const matrix = cells(marks, { columns, width, height, ...gutter });
  return drawing({ ...size, id, title, description }, [across, down, matrix]).markup;
}

function labelOf({ kind, expected, got }: Cell): string {
  if (kind === 'same') return glyphs.same;
  if (kind === 'broken') return Number.isFinite(got) ? glyphs.broken : formatNumber(got).replace('Infinity', '∞');
  return `${glyphs[kind]}${formatNumber(Math.abs(got - expected), 3)}`;
}

/** Labels along a side: every line, or every fourth if there are many. */
function positions(count: number, block: number): readonly (readonly [at: number, label: number])[] {
  const every = count > 16 ? 4 : 1;
  return Array.from(
    { length: Math.ceil(count / every) },
    (_, index) => [index * every, index * every * block] as const,
  );
}
