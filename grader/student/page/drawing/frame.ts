import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from 'd3-scale';

export type Scale = ScaleContinuousNumeric<number, number>;
export type Point = readonly [x: number, y: number];

/** One axis of a chart. */
export interface Axis {
  readonly label: string;
  /** From left to right, or from bottom to top. On a log scale both are above 0. */
  readonly domain: readonly [number, number];
  readonly scale?: 'linear' | 'log';
  /** Values of the ticks; round ones by default. */
  readonly ticks?: readonly number[];
  readonly format?: (value: number) => string;
}

/** Maps data to pixels of a drawing. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: Scale;
  readonly y: Scale;
}

export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function frameOf(size: { width: number; height: number }, margins: Margins, x: Axis, y: Axis): Frame {
  const [right, bottom] = [size.width - margins.right, size.height - margins.bottom];
  return {
    ...size,
    ...{ left: margins.left, right, top: margins.top, bottom },
    x: scaleOf(x).range([margins.left, right]),
    y: scaleOf(y).range([bottom, margins.top]),
  };
}

function scaleOf({ scale, domain }: Axis): Scale {
  return (scale === 'log' ? scaleLog() : scaleLinear()).domain(domain);
}

/** Pixels of a point; undefined if it is not finite or too far away to draw. */
export function placeOf({ x, y }: Frame, [a, b]: Point): Point | undefined {
  const place = [x(a), y(b)] as const;
  return place.every((value) => Math.abs(value) < 1e5) ? place : undefined;
}

/** A domain that contains all finite values, plus a margin; [0, 1] if there are none. */
export function extentOf(values: Iterable<number>, margin = 0.06): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  const room = margin * (high - low) || Math.abs(high) * margin || margin;
  return [low - room, high + room];
}

/** A log domain that contains all finite values above 0, limited to `decades` from the top. */
export function logExtentOf(values: Iterable<number>, decades = 12): readonly [number, number] {
  const logs = [...values].filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  const [low, high] = extentOf(logs, 0.04);
  const top = Math.min(high, 300);
  return [10 ** Math.max(low, top - decades), 10 ** top];
}
