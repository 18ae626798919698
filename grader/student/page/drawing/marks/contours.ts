import { contours as d3Contours } from 'd3-contour';
import type { Frame, Point } from '../frame';
import { svg, type Svg } from '../svg';

/**
 * Level sets of a surface.
 *
 * @param height - of the surface over a point
 * @param levels - heights at which a line is drawn; the first is the darkest
 */
export function contours(frame: Frame, height: (point: Point) => number, levels: readonly number[], cell = 4): Svg {
  const { left, right, top, bottom, x, y } = frame;
  const [columns, rows] = [Math.ceil((right - left) / cell), Math.ceil((bottom - top) / cell)];
  // d3 takes a value to lie in the middle of its cell.
  const values = Array.from({ length: rows * columns }, (_, index) =>
    height([
      x.invert(left + ((index % columns) + 0.5) * cell),
      y.invert(top + (Math.floor(index / columns) + 0.5) * cell),
    ]),
  );
  const paths = d3Contours().size([columns, rows]).thresholds([...levels])(values); // prettier-ignore
  const at = ([column = 0, row = 0]: readonly number[]): string =>
    `${Math.round((left + column * cell) * 10) / 10},${Math.round((top + row * cell) * 10) / 10}`;
  return svg`<g class="contours">${paths.map(
    ({ coordinates }) =>
      svg`<path d="${coordinates.flatMap((polygon) => polygon.map((ring) => `M${ring.map(at).join('L')}Z`)).join('')}"/>`,
  )}</g>`;
}
