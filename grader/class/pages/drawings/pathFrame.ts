import type { Path, Point } from '../../../pipeline/report/pictures';
import { numberOf } from './numbers';

export type Place = readonly [w1: number, w2: number];

/**
 * Where a path is drawn: from weights to pixels. The two axes are scaled apart, so that a narrow valley can be seen.
 */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly x: (w1: number) => number;
  readonly y: (w2: number) => number;
  readonly ticksX: readonly number[];
  readonly ticksY: readonly number[];
  /** Whether a place lies in the picture. */
  readonly holds: (place: Place) => boolean;
}

const [width, height, left, right, top, bottom] = [560, 330, 44, 552, 24, 296] as const;
/** How far beyond the reference's own path theirs is followed, in sizes of it. */
const beyond = 0.6;

export function pointsOf(path: Path): {
  readonly origin: Place;
  readonly expected: readonly Place[];
  readonly got: readonly Place[];
} {
  const places = (points: readonly Point[]): readonly Place[] => points.map(([w1, w2]) => [numberOf(w1), numberOf(w2)]);
  return { origin: path.start, expected: places(path.expected), got: places(path.got) };
}

export function heightAt({ curvatures: [a, b], center }: Path, [w1, w2]: Place): number {
  return (a * (w1 - center[0]) ** 2 + b * (w2 - center[1]) ** 2) / 2;
}

/** What is not finite, or too far off for a drawing, has no place in it. */
export function isDrawable(place: Place): boolean {
  return place.every((value) => Math.abs(value) < 1e6);
}

export function frameOf(path: Path): Frame {
  const { origin, expected, got } = pointsOf(path);
  const must = [origin, path.center, ...expected];
  const near = got.filter((place) => ([0, 1] as const).every((axis) => isNear(must, place[axis], axis)));
  const [x0, x1] = rangeOf([...must, ...near], 0);
  const [y0, y1] = rangeOf([...must, ...near], 1);
  const scaleX = (right - left) / (x1 - x0);
  const scaleY = (bottom - top) / (y1 - y0);
  return {
    ...{ width, height, left, right, top, bottom, scaleX, scaleY },
    x: (w1) => left + (w1 - x0) * scaleX,
    y: (w2) => bottom - (w2 - y0) * scaleY,
    ticksX: ticksIn(x0, x1),
    ticksY: ticksIn(y0, y1),
    holds: ([w1, w2]) => w1 >= x0 && w1 <= x1 && w2 >= y0 && w2 <= y1,
  };
}

function isNear(must: readonly Place[], value: number, axis: 0 | 1): boolean {
  const values = must.map((place) => place[axis]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = beyond * (most - least);
  return value > least - margin && value < most + margin;
}

function rangeOf(places: readonly Place[], axis: 0 | 1): readonly [number, number] {
  const values = places.map((place) => place[axis]);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const margin = 0.08 * (most - least) || 1e-6;
  return [least - margin, most + margin];
}

/** Three to seven round numbers. */
function ticksIn(low: number, high: number): readonly number[] {
  const rough = (high - low) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(6)),
  );
}
