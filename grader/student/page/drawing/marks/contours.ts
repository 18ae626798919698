import { contours as d3Contours } from 'd3-contour';
import type { Frame, Point } from '../frame';
import { coordinate, svg, type Svg } from '../svg';

/**
 * Level sets of a surface.
 *
 * @param height - of the surface at a point
 * @param levels - heights of the lines
 */
export function contours(frame: Frame, height: (point: Point) => number, levels: readonly number[], cell = 4): Svg {
  // One extra cell on each side, so no line is drawn where a region meets the edge.
  const [left, top] = [frame.left - cell, frame.top - cell];
  const columns = Math.ceil((frame.right - left) / cell) + 1;
  const rows = Math.ceil((frame.bottom - top) / cell) + 1;
  // d3 finds regions above a threshold, and assumes that a value is at the center of its cell.
  const values = Array.from({ length: rows * columns }, (_, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    return -height([frame.x.invert(left + (column + 0.5) * cell), frame.y.invert(top + (row + 0.5) * cell)]);
  });
  const paths = d3Contours()
    .size([columns, rows])
    .thresholds(levels.map((level) => -level))(values);
  const at = ([column = 0, row = 0]: readonly number[]): string =>
    `${coordinate(left + column * cell)},${coordinate(top + row * cell)}`;
  return svg`<g class="contours">${paths.map(
    ({ coordinates }) =>
      svg`<path d="${coordinates.flatMap((polygon) => polygon.map((ring) => `M${ring.map(at).join('L')}Z`)).join('')}"/>`,
  )}</g>`;
}
