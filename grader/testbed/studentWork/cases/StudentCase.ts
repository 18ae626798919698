/** A student's function with the expected score and mistake. */
export interface StudentCase {
  readonly what: string;
  readonly assignment: string;
  readonly exercise: string;
  /** Points, or `lost` for less than the maximum. */
  readonly score: number | 'lost';
  /** The recognised mistake; undefined for none. */
  readonly mistake: string | undefined;
  readonly source: string;
}
