import type { AssignmentJson, SubmissionResult } from '../../pipeline/report';
import { indexBy } from './indexBy';
import { gradeAssignment, type AssignmentGrade, type Judged } from './gradeAssignment';
import type { Judging } from './judging';
import type { RosterMatch } from './matchRoster';
import { sumPoints, type Points } from './points';
import { scheduleOf } from './sections';
import { keyOf, type Student, type Times } from './student';
import { isSharedExtension, isSharedTime, timesOf } from './timesOf';

export type { AssignmentGrade } from './gradeAssignment';

/** The grade of a student, or of a submission that matches no one. Totals leave optional assignments out. */
export interface Grade extends Points {
  /** undefined if the submission matches no one, or without a roster. */
  readonly student: Student | undefined;
  /** undefined for a student without one. */
  readonly submission: string | undefined;
  readonly assignments: readonly AssignmentGrade[];
  readonly max: number;
  /** `partial`: part of the work has no points. `undecided`: it is uncertain which work counts. */
  readonly status: 'graded' | 'absent' | 'undecided' | 'unmatched' | 'partial';
  readonly remarks: readonly string[];
}

export interface GradesInput extends Judged {
  readonly results: readonly SubmissionResult[];
  readonly students: readonly Student[];
  readonly match: RosterMatch;
  /** Slip days used in earlier batches, by the keys of students' ids. */
  readonly slipDaysUsed?: ReadonlyMap<string, number>;
}

/** Everyone's grades: students in the roster's order, then submissions that match no one. */
export function gradesOf(input: GradesInput): readonly Grade[] {
  const { results, students, match, slipDaysUsed } = input;
  const byName = new Map(results.map((result) => [result.submission, result]));
  const sharers = indexBy(students, ({ id }) => [match.submissionOf.get(id) ?? '']);
  const doubts = new Map(match.undecided.map(({ student, reason }) => [student.id, reason]));
  const withStudent = students.map((student): Grade => {
    const submission = match.submissionOf.get(student.id);
    const result = submission === undefined ? undefined : byName.get(submission);
    return grade({
      ...input,
      result,
      example: results[0],
      student,
      sharers: sharers.get(submission ?? '') ?? [],
      slipDaysUsed: slipDaysUsed?.get(keyOf(student.id)),
      doubt: doubts.get(student.id),
      copies: match.copies.get(student.id),
    });
  });
  const unmatched = new Map(match.unmatched.map(({ submission, reason }) => [submission, reason]));
  const others = results.filter(({ submission }) => students.length === 0 || unmatched.has(submission));
  return [
    ...withStudent,
    ...others.map((result): Grade => {
      const reason = unmatched.get(result.submission);
      const plain = grade({ ...input, result, example: result, student: undefined, sharers: [], slipDaysUsed: 0 });
      return reason === undefined ? plain : { ...plain, status: 'unmatched', remarks: [reason, ...plain.remarks] };
    }),
  ];
}

interface GradeInput extends Judged {
  readonly result: SubmissionResult | undefined;
  /** Any result; lists the assignments of a student without one. */
  readonly example: SubmissionResult | undefined;
  readonly student: Student | undefined;
  /** All students who share the submission. */
  readonly sharers: readonly Student[];
  readonly slipDaysUsed?: number | undefined;
  /** Why it is uncertain which work is theirs. */
  readonly doubt?: string | undefined;
  /** The student's identical submissions, which are not counted. */
  readonly copies?: readonly string[] | undefined;
}

function grade(input: GradeInput): Grade {
  const { result, example, student, sharers, slipDaysUsed = 0, doubt, copies = [] } = input;
  const course = scheduleOf(input.course, student?.section);
  const remarks: string[] = [
    ...(doubt === undefined ? [] : [doubt]),
    ...copies.map((copy) => `${copy} is identical and is not counted`),
  ];
  const without = doubt === undefined ? 'absent' : 'undecided';
  let slipDays = Math.max(0, (student?.slipDays ?? course.latePolicy.slipDays ?? 0) - slipDaysUsed);
  const dues = dueDates(result, course);
  const list = (result ?? example)?.assignments ?? [];
  const assignments = list.map((assignment): AssignmentGrade => {
    const { id } = assignment;
    if (result !== undefined) remarks.push(...(assignment.remarks ?? []).map((remark) => `${id}: ${remark}`));
    const times = student === undefined ? {} : timesOf(student, id, sharers);
    // One time for several due dates doesn't show when each assignment was handed in.
    const isUnclear =
      times.submittedAt !== undefined && dues.size > 1 && student !== undefined && isSharedTime(student, id);
    const judged = gradeAssignment(assignment, {
      ...input,
      without: result === undefined ? without : undefined,
      owners: [student?.id, result?.submission],
      course,
      times: isUnclear ? { ...times, submittedAt: undefined } : times,
      slipDays,
    });
    slipDays -= judged.grade.slipDays ?? 0;
    remarks.push(...judged.remarks);
    if (isUnclear && dues.has(id))
      remarks.push(`${id}: one submittedAt for several due dates, counted as on time; add submittedAt:${id}`);
    else if (
      dues.size > 1 &&
      student !== undefined &&
      isSharedExtension(student, id) &&
      isExcused(times, dues.get(id), course)
    )
      remarks.push(
        `${id}: late, but excused by one extendedUntil for several due dates; if it is for this one, add extendedUntil:${id}`,
      );
    return judged.grade;
  });
  const known = assignments.filter(({ final }) => final !== null);
  const isTimed =
    student === undefined || known.every(({ id }) => timesOf(student, id, sharers).submittedAt !== undefined);
  if (!isTimed && result !== undefined && known.length > 0) remarks.push('no submittedAt: counted as on time');
  const counted = assignments.filter(({ optional }) => !optional);
  const points = sumPoints(counted, ({ status }) => status !== 'absent' && status !== 'missing');
  const status = points.final !== null ? 'graded' : result === undefined ? without : 'partial';
  return {
    student,
    submission: result?.submission,
    assignments,
    ...points,
    max: counted.reduce((total, { max }) => total + max, 0),
    status,
    remarks,
  };
}

/** Whether work is late by the course's due date, but less or not by the student's own. */
function isExcused({ submittedAt, extendedUntil }: Times, due = Infinity, { latePolicy }: Judging): boolean {
  if (submittedAt === undefined || extendedUntil === undefined) return false;
  return extendedUntil.getTime() > due && submittedAt.getTime() > due + latePolicy.graceMinutes * 60_000;
}

/** Due dates of the submitted assignments, by id; empty if they are all the same. */
function dueDates(result: SubmissionResult | undefined, { schedule }: Judging): ReadonlyMap<string, number> {
  const isHandedIn = ({ status }: AssignmentJson): boolean => status !== 'missing';
  const ids = (result?.assignments ?? []).filter(isHandedIn).map(({ id }) => id);
  const dues = new Map(
    schedule.flatMap(({ id, due }) => (due !== undefined && ids.includes(id) ? [[id, due.getTime()] as const] : [])),
  );
  return new Set(dues.values()).size > 1 ? dues : new Map();
}
