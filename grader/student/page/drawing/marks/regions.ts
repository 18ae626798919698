import type { Frame, Point } from '../frame';
import { svg, type Svg } from '../svg';
import { seriesOf } from './series';

/** Centers of the cells of a grid over a domain, row by row from the top. */
export function gridOf(x: readonly [number, number], y: readonly [number, number], size: number): readonly Point[] {
  const middle = ([low, high]: readonly [number, number], index: number): number =>
    low + ((index + 0.5) / size) * (high - low);
  return Array.from({ length: size * size }, (_, index) => [
    middle(x, index % size),
    middle([y[1], y[0]], Math.floor(index / size)),
  ]);
}

/** Areas by the class of each cell of a square grid, in the order of `gridOf`; neighbours of one class are merged. */
export function regions({ left, right, top, bottom }: Frame, classes: readonly number[], size: number): Svg {
  const [width, height] = [(right - left) / size, (bottom - top) / size];
  const runs: Svg[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let start = 0, column = 1; column <= size; column += 1) {
      const found = classes[row * size + start] ?? -1;
      if (column < size && classes[row * size + column] === found) continue;
      if (Number.isInteger(found) && found >= 0)
        runs.push(svg`<rect class="region series-${seriesOf(found)}" x="${left + start * width}" y="${top + row * height}" width="${(column - start) * width}" height="${height + 0.2}"/>`); // prettier-ignore
      start = column;
    }
  }
  return svg`<g class="regions">${runs}</g>`;
}
