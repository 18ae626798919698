import type { Path, Point } from '../../../pipeline/report/pictures';
import { extentOf } from '../../../student/page/drawing';

export type Place = readonly [w1: number, w2: number];

/** The visible part of the plane. The axes scale independently, so that a narrow valley is visible. */
export interface Domains {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

/** How far the submission's path may exceed the reference's, relative to its size. */
const maxOvershoot = 0.6;

export function pointsOf(path: Path): {
  readonly origin: Place;
  readonly expected: readonly Place[];
  readonly got: readonly Place[];
} {
  const places = (points: readonly Point[]): readonly Place[] => points.map(([w1, w2]) => [Number(w1), Number(w2)]);
  return { origin: path.start, expected: places(path.expected), got: places(path.got) };
}

export function heightAt({ curvatures: [a, b], center }: Path, [w1, w2]: Place): number {
  return (a * (w1 - center[0]) ** 2 + b * (w2 - center[1]) ** 2) / 2;
}

/** Returns whether a point is finite and near enough to draw. */
export function isDrawable(place: Place): boolean {
  return place.every((value) => Math.abs(value) < 1e6);
}

export function domainsOf(path: Path): Domains {
  const { origin, expected, got } = pointsOf(path);
  const required = [origin, path.center, ...expected];
  const near = got.filter((place) => ([0, 1] as const).every((axis) => isNear(required, place[axis], axis)));
  return { x: rangeOf([...required, ...near], 0), y: rangeOf([...required, ...near], 1) };
}

/** Returns whether a point is inside the picture. */
export function contains({ x, y }: Domains, [w1, w2]: Place): boolean {
  return w1 >= x[0] && w1 <= x[1] && w2 >= y[0] && w2 <= y[1];
}

function isNear(required: readonly Place[], value: number, axis: 0 | 1): boolean {
  const values = required.map((place) => place[axis]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = maxOvershoot * (high - low);
  return value > low - margin && value < high + margin;
}

function rangeOf(places: readonly Place[], axis: 0 | 1): readonly [number, number] {
  return extentOf(
    places.map((place) => place[axis]),
    0.08,
  );
}
