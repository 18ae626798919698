import { line as d3Line } from 'd3-shape';
import { placeOf, type Frame, type Point } from '../frame';
import { svg, type Svg } from '../svg';

/** A line through points, interrupted where a point is not finite or too far away. */
export function line(frame: Frame, points: readonly Point[], className: string): Svg | undefined {
  const places = points.map((point) => placeOf(frame, point));
  const path = d3Line<Point | undefined>((place) => place?.[0] ?? 0, (place) => place?.[1] ?? 0) // prettier-ignore
    .defined((place) => place !== undefined)
    .digits(1)(places.slice(0, places.indexOf(undefined) >>> 0));
  return path === null || path === '' ? undefined : svg`<path class="line ${className}" d="${path}"/>`;
}

/** A straight line across the frame at one value. */
export function rule(frame: Frame, at: { x: number } | { y: number }, className = ''): Svg {
  const path = 'x' in at ? svg`M${frame.x(at.x)} ${frame.top}V${frame.bottom}` : svg`M${frame.left} ${frame.y(at.y)}H${frame.right}`; // prettier-ignore
  return svg`<path class="rule ${className}" d="${path}"/>`;
}
