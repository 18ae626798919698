import { roundPoints } from '../../pipeline/score';

/** `final = raw + override − penalty`, in points. Where nothing was graded all are null: unknown is not 0. */
export interface Points {
  /** What the grader gave. */
  readonly raw: number | null;
  /** What people's overrides add to it; may be negative. */
  readonly override: number | null;
  /** What lateness takes away. */
  readonly penalty: number | null;
  readonly final: number | null;
}

export const noPoints: Points = { raw: null, override: null, penalty: null, final: null };

/**
 * Sums of several. What was not handed in adds nothing; what was and could not be graded leaves the sum unknown;
 * without anything graded there is none.
 *
 * @param isUnknown - whether a part without points is not known, rather than not there
 */
export function sumPoints<Part extends Points>(parts: readonly Part[], isUnknown: (part: Part) => boolean): Points {
  const known = parts.filter(({ final }) => final !== null);
  if (known.length === 0 || parts.some((part) => part.final === null && isUnknown(part))) return noPoints;
  const sum = (field: keyof Points): number => roundPoints(known.reduce((total, one) => total + (one[field] ?? 0), 0));
  return { raw: sum('raw'), override: sum('override'), penalty: sum('penalty'), final: sum('final') };
}
