import { roundPoints } from '../../pipeline/score';

/** `final = raw + override − penalty`, in points. All are null if nothing was graded: unknown is not 0. */
export interface Points {
  /** The grader's points. */
  readonly raw: number | null;
  /** The sum of people's changes; may be negative. */
  readonly override: number | null;
  /** The points lost by lateness. */
  readonly penalty: number | null;
  readonly final: number | null;
}

export const noPoints: Points = { raw: null, override: null, penalty: null, final: null };

/**
 * Adds up points. Work that was not handed in adds nothing; work that could not be graded makes the sum unknown, and so
 * does the lack of any grade.
 *
 * @param isUnknown - whether a part without points could not be graded, rather than not handed in
 */
export function sumPoints<Part extends Points>(parts: readonly Part[], isUnknown: (part: Part) => boolean): Points {
  const known = parts.filter(({ final }) => final !== null);
  if (known.length === 0 || parts.some((part) => part.final === null && isUnknown(part))) return noPoints;
  const sum = (field: keyof Points): number => roundPoints(known.reduce((total, one) => total + (one[field] ?? 0), 0));
  return { raw: sum('raw'), override: sum('override'), penalty: sum('penalty'), final: sum('final') };
}
