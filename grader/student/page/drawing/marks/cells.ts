import { svg, type Svg } from '../svg';

/** One cell of a matrix: the name of its style, and its text. */
export interface Cell {
  readonly className: string;
  readonly text: string;
}

export interface CellsOptions {
  readonly columns: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A matrix as cells, row by row. */
export function cells(values: readonly Cell[], { columns, left, top, width, height }: CellsOptions): readonly Svg[] {
  return values.map(({ className, text }, index) => {
    const [x, y] = [left + (index % columns) * width, top + Math.floor(index / columns) * height];
    return svg`<g class="${className}"><rect class="cell" x="${x}" y="${y}" width="${width}" height="${height}" rx="3"/><text class="strong" x="${x + width / 2}" y="${y + height / 2 + 4}" text-anchor="middle">${text}</text></g>`;
  });
}
