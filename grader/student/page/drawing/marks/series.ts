/** Styles of series: each has a colour, a dash and a shape, so no information depends on colour alone. */
export type Series = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The n-th series, counted from 0. */
export function seriesOf(index: number): Series {
  return ((index % 8) + 1) as Series;
}
