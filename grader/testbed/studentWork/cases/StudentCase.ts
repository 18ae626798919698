/** What students wrote, and what is due for it. */
export interface StudentCase {
  readonly what: string;
  readonly assignment: string;
  readonly exercise: string;
  /** Points; `lost` for fewer than all. */
  readonly score: number | 'lost';
  /** The mistake that is named; undefined for none. */
  readonly mistake: string | undefined;
  readonly source: string;
}
