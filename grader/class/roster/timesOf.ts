import type { Student, Times } from './student';

/**
 * A student's times for an assignment: its own, else those for all assignments.
 *
 * @param sharers - students who hand in together; one without a time gets the latest of theirs
 */
export function timesOf(student: Student, assignment: string, sharers: readonly Student[] = []): Times {
  const own = ownTimes(student, assignment);
  if (own.submittedAt !== undefined) return own;
  const others = sharers.map((one) => ownTimes(one, assignment));
  const latest = others.reduce<Date | undefined>((last, { submittedAt }) => later(last, submittedAt), undefined);
  const markedLate = own.markedLate ?? others.find((one) => one.markedLate !== undefined)?.markedLate;
  return { ...own, submittedAt: latest, markedLate };
}

/** Whether the assignment has no time of its own, so that the one for all assignments counts. */
export function isSharedTime(student: Student, assignment: string): boolean {
  return student.times?.get(assignment)?.submittedAt === undefined;
}

/** Whether the extension is not of this assignment alone. */
export function isSharedExtension(student: Student, assignment: string): boolean {
  return student.times?.get(assignment)?.extendedUntil === undefined && student.extendedUntil !== undefined;
}

function ownTimes({ times, submittedAt, extendedUntil, markedLate }: Student, assignment: string): Times {
  const own = times?.get(assignment);
  return {
    submittedAt: own?.submittedAt ?? submittedAt,
    extendedUntil: own?.extendedUntil ?? extendedUntil,
    markedLate: own?.markedLate ?? markedLate,
  };
}

function later(a: Date | undefined, b: Date | undefined): Date | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a > b ? a : b;
}
