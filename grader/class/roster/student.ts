/** When an assignment was handed in, and when it was due. */
export interface Times {
  /** The platform's time; undefined if unknown. */
  readonly submittedAt?: Date | undefined;
  /** The student's own due date; undefined for the course's. */
  readonly extendedUntil?: Date | undefined;
  /** The platform that marked it late without a time. */
  readonly markedLate?: string | undefined;
}

/** One student of the class list. */
export interface Student {
  readonly name: string;
  readonly id: string;
  readonly email: string;
  /** The times for all assignments that have none in `times`. */
  readonly submittedAt: Date | undefined;
  readonly extendedUntil: Date | undefined;
  readonly markedLate?: string | undefined;
  /** Times of single assignments, by id. */
  readonly times?: ReadonlyMap<string, Times>;
  /** Why the platform's time in the list could not be read. */
  readonly unclearTime?: string;
  /** Students of a group hand in together; empty for a student who works alone. */
  readonly group: string;
  /** The part of the class with its own due dates; undefined if there is none. */
  readonly section?: string;
  /** The student's numbers and user names on the platform. */
  readonly accounts?: readonly string[];
  /** The student's own number of slip days; undefined for the course's. */
  readonly slipDays?: number | undefined;
}

/** The key for comparing names: ignores case, the encoding of accents, and platforms' replacements for spaces. */
export function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/gu, ' ')
    .trim();
}
