import { latenessOf } from '../../pipeline/course';
import type { AssignmentJson } from '../../pipeline/report';
import { roundPoints } from '../../pipeline/score';
import type { Judging } from './judging';
import { changeBy, overridesOf } from './overridesOf';
import { noPoints, type Points } from './points';
import type { Override } from './readOverrides';
import type { Times } from './student';

/** What someone gets for one assignment. */
export interface AssignmentGrade extends Points {
  readonly id: string;
  readonly max: number;
  readonly optional: boolean;
  readonly status: AssignmentJson['status'] | 'absent';
  /** Days begun after the due date. */
  readonly daysLate: number;
  /** The overrides that count. */
  readonly overrides: readonly Override[];
  /** Whether all of its points are a person's, since the grader has none. */
  readonly byHand?: boolean;
}

export interface AssignmentInput {
  /** There is no submission, and the assignment is any other's. */
  readonly isAbsent: boolean;
  readonly overrides: readonly Override[];
  /** A student's id, and the submission's name. */
  readonly owners: readonly (string | undefined)[];
  readonly course: Judging;
  readonly times: Times;
  /** Slip days that are left. */
  readonly slipDays: number;
}

export interface JudgedAssignment {
  readonly grade: AssignmentGrade;
  readonly slipDaysUsed: number;
  readonly remarks: readonly string[];
}

/** The grader's points, a person's overrides, and lateness. Where the grader has none, a person's alone count. */
export function gradeAssignment(assignment: AssignmentJson, input: AssignmentInput): JudgedAssignment {
  const { isAbsent, overrides, owners, course, times, slipDays } = input;
  const { id, maxScore: max, optional } = assignment;
  const status: AssignmentGrade['status'] = isAbsent ? 'absent' : assignment.status;
  const score = isAbsent ? null : assignment.score;
  const decided = overridesOf(assignment, overrides, owners, { forAll: score !== null });
  const base = { id, max, optional, status, overrides: decided };
  if (score === null && decided.length === 0)
    return { grade: { ...base, ...noPoints, daysLate: 0 }, slipDaysUsed: 0, remarks: [] };

  const raw = score ?? 0;
  const byHand = score === null;
  const override = byHand
    ? decided.reduce((sum, { points }) => sum + points, 0)
    : decided.reduce((sum, one) => sum + changeBy(one, assignment), 0);
  const { submittedAt, extendedUntil, markedLate } = times;
  // What a person gave for work that came another way is not late by when other work came.
  const lateness =
    submittedAt === undefined || byHand ? undefined : latenessOf(course, id, submittedAt, extendedUntil, slipDays);
  const penalty = roundPoints((raw + override) * (lateness?.penalty ?? 0));
  const remarks = [
    ...(byHand ? [`${id}: graded by hand, ${decided.length} of ${assignment.exercises.length} exercises`] : []),
    ...(lateness?.late === true ? [lateRemark(id, lateness.days, lateness.slipDays ?? 0)] : []),
    ...(markedLate === undefined || lateness?.late === true || byHand ? [] : [markRemark(id, markedLate, submittedAt)]),
  ];
  return {
    grade: {
      ...base,
      raw,
      override: roundPoints(override),
      penalty,
      final: roundPoints(raw + override - penalty),
      daysLate: lateness?.days ?? 0,
      ...(byHand ? { byHand } : {}),
    },
    slipDaysUsed: lateness?.slipDays ?? 0,
    remarks,
  };
}

function lateRemark(id: string, days: number, slipDays: number): string {
  const slip = slipDays === 0 ? '' : `, ${slipDays} of them ${slipDays === 1 ? 'a slip day' : 'slip days'}`;
  return `${id}: ${days} ${days === 1 ? 'day' : 'days'} late${slip}`;
}

function markRemark(id: string, platform: string, submittedAt: Date | undefined): string {
  return submittedAt === undefined
    ? `${id}: marked late by ${platform}, counted as in time; enter submittedAt`
    : `${id}: marked late by ${platform}, but submittedAt ${submittedAt.toISOString()} is in time; one of them is wrong`;
}
