/** What tells one line from another: each has a colour, a dash and a shape, so that colour alone tells nothing. */
export type Series = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** The series of the n-th thing, counted from 0. */
export function seriesOf(index: number): Series {
  return ((index % 8) + 1) as Series;
}
