/** When one assignment was handed in, and until when it might be. */
export interface Times {
  /** As the platform says; undefined where it doesn't. */
  readonly submittedAt?: Date | undefined;
  /** This student's own due date; undefined for the course's. */
  readonly extendedUntil?: Date | undefined;
  /** The platform that marked it late without saying when it came. */
  readonly markedLate?: string | undefined;
}

/** One student of the class list. */
export interface Student {
  readonly name: string;
  readonly id: string;
  readonly email: string;
  /** Where nothing is said of an assignment by itself. */
  readonly submittedAt: Date | undefined;
  readonly extendedUntil: Date | undefined;
  readonly markedLate?: string | undefined;
  /** Of single assignments, by their ids. */
  readonly times?: ReadonlyMap<string, Times>;
  /** Those who hand in together have the same; empty for who works alone. */
  readonly group: string;
  /** The part of the class that has due dates of its own; undefined where there are none. */
  readonly section?: string;
  /** The platform's own numbers and user names of the student. */
  readonly accounts?: readonly string[];
  /** Slip days that are left; undefined for the course's. */
  readonly slipDays?: number | undefined;
}

/**
 * What names are compared by: without regard to case, accents' encoding and the signs that file systems and platforms
 * put for spaces.
 */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}
