import {
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
  symbolWye,
} from 'd3-shape';
import { placeOf, type Frame, type Point } from '../frame';
import { svg, type Svg } from '../svg';
import type { Series } from './series';

const shapes = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye, symbolCircle]; // prettier-ignore

/** The shape of a series as a path around (0, 0). */
export function shapeOf(series: Series, area = 50): string {
  return symbol(shapes[series - 1] ?? symbolCircle, area).digits(1)() ?? '';
}

/** Points, each in the shape of its series. Points that are not finite or too far away are not drawn. */
export function dots(frame: Frame, points: readonly Point[], series: Series, area = 50, className = ''): Svg | false {
  const shape = shapeOf(series, area);
  const places = points.map((point) => placeOf(frame, point)).filter((place) => place !== undefined);
  return (
    places.length > 0 &&
    svg`<g class="dots series-${series} ${className}">${places.map(([x, y]) => svg`<path transform="translate(${x} ${y})" d="${shape}"/>`)}</g>`
  );
}
