import { latenessOf, type Course } from '../../pipeline/course';
import type { AssignmentJson, SubmissionResult } from '../../pipeline/report';
import type { RosterMatch } from './matchRoster';
import type { Override } from './readOverrides';
import { keyOf, type Student } from './readRoster';

/** `final = raw + override − penalty`, in points. Where nothing could be graded all are null: unknown is not 0. */
export interface Points {
  /** What the grader gave. */
  readonly raw: number | null;
  /** What people's overrides add to it; may be negative. */
  readonly override: number | null;
  /** What lateness takes away. */
  readonly penalty: number | null;
  readonly final: number | null;
}

export interface AssignmentGrade extends Points {
  readonly id: string;
  readonly max: number;
  readonly optional: boolean;
  readonly status: AssignmentJson['status'] | 'absent';
  /** Days begun after the due date. */
  readonly daysLate: number;
  /** The overrides that count. */
  readonly overrides: readonly Override[];
}

/** What one student, or one submission that is nobody's, gets. Totals leave optional assignments out. */
export interface Grade extends Points {
  /** undefined for a submission that matches nobody, and for all where there is no roster. */
  readonly student: Student | undefined;
  /** undefined for a student who has none. */
  readonly submission: string | undefined;
  readonly assignments: readonly AssignmentGrade[];
  readonly max: number;
  readonly status: 'graded' | 'absent' | 'unmatched' | 'partial';
  /** What a person should know of it. */
  readonly remarks: readonly string[];
}

export interface GradesInput {
  readonly results: readonly SubmissionResult[];
  readonly course: Pick<Course, 'schedule' | 'timeZone' | 'latePolicy'>;
  readonly students: readonly Student[];
  readonly match: RosterMatch;
  readonly overrides: readonly Override[];
}

/** Everybody's grades: students in the roster's order, then submissions that are nobody's. */
export function gradesOf({ results, course, students, match, overrides }: GradesInput): readonly Grade[] {
  const byName = new Map(results.map((result) => [result.submission, result]));
  const withStudent = students.map((student): Grade => {
    const submission = match.submissionOf.get(student.id);
    const result = submission === undefined ? undefined : byName.get(submission);
    if (result === undefined) return absent(student, results[0]);
    const sharers = students.filter(({ id }) => match.submissionOf.get(id) === submission);
    return grade({ result, course, overrides, student, submittedAt: student.submittedAt ?? latest(sharers) });
  });
  const unmatched = new Map(match.unmatched.map(({ submission, reason }) => [submission, reason]));
  const others = results.filter(({ submission }) => students.length === 0 || unmatched.has(submission));
  return [
    ...withStudent,
    ...others.map((result): Grade => {
      const reason = unmatched.get(result.submission);
      const plain = grade({ result, course, overrides, student: undefined, submittedAt: undefined });
      return reason === undefined ? plain : { ...plain, status: 'unmatched', remarks: [reason, ...plain.remarks] };
    }),
  ];
}

interface GradeInput {
  readonly result: SubmissionResult;
  readonly course: GradesInput['course'];
  readonly overrides: readonly Override[];
  readonly student: Student | undefined;
  readonly submittedAt: Date | undefined;
}

function grade({ result, course, overrides, student, submittedAt }: GradeInput): Grade {
  const remarks: string[] = [];
  const assignments = result.assignments.map((assignment): AssignmentGrade => {
    const { id, score: raw, maxScore: max, optional, status } = assignment;
    if (raw === null) return { id, max, optional, status, raw, override: null, penalty: null, final: null, daysLate: 0, overrides: [] };
    const decided = overridesOf(assignment, overrides, [student?.id, result.submission]);
    const override = sumOf(decided.map(({ points, exercise }) => points - (scoreOf(assignment, exercise) ?? 0)));
    const lateness = submittedAt === undefined ? undefined : latenessOf(course, id, submittedAt, student?.extendedUntil);
    if (lateness?.late === true) remarks.push(`${id}: ${lateness.days} ${lateness.days === 1 ? 'day' : 'days'} late`);
    const penalty = roundPoints((raw + override) * (lateness?.penalty ?? 0));
    return {
      id,
      max,
      optional,
      status,
      raw,
      override,
      penalty,
      final: roundPoints(raw + override - penalty),
      daysLate: lateness?.days ?? 0,
      overrides: decided,
    };
  });
  if (student !== undefined && submittedAt === undefined) remarks.push('no submittedAt: counted as in time');
  const total = totalOf(assignments);
  return { student, submission: result.submission, assignments, ...total, status: total.raw === null ? 'partial' : 'graded', remarks };
}

/** The overrides of an assignment's exercises: a student's own go before those of the submission that is shared. */
function overridesOf(
  { exercises }: AssignmentJson,
  overrides: readonly Override[],
  owners: readonly (string | undefined)[],
): readonly Override[] {
  const keys = owners.flatMap((owner) => (owner === undefined ? [] : [keyOf(owner)]));
  return exercises.flatMap(({ name }) => {
    const [first] = keys.flatMap((key) => overrides.filter((one) => one.exercise === name && keyOf(one.id) === key));
    return first ?? [];
  });
}

function scoreOf({ exercises }: AssignmentJson, exercise: string): number | null | undefined {
  return exercises.find(({ name }) => name === exercise)?.score;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function absent(student: Student, example: SubmissionResult | undefined): Grade {
  const nothing = { raw: null, override: null, penalty: null, final: null };
  const assignments = (example?.assignments ?? []).map(({ id, maxScore, optional }): AssignmentGrade => ({
    id,
    max: maxScore,
    optional,
    status: 'absent',
    ...nothing,
    daysLate: 0,
    overrides: [],
  }));
  const { max } = totalOf(assignments);
  return { student, submission: undefined, assignments, ...nothing, max, status: 'absent', remarks: [] };
}

function totalOf(assignments: readonly AssignmentGrade[]): Points & { readonly max: number } {
  const counted = assignments.filter(({ optional }) => !optional);
  const sum = (field: keyof Points): number | null =>
    counted.some((one) => one[field] === null) ? null : roundPoints(counted.reduce((total, one) => total + (one[field] ?? 0), 0));
  return {
    raw: sum('raw'),
    override: sum('override'),
    penalty: sum('penalty'),
    final: sum('final'),
    max: counted.reduce((total, { max }) => total + max, 0),
  };
}

/** To hundredths, as gradebooks keep them. */
function roundPoints(points: number): number {
  return Math.round(points * 100) / 100;
}

function latest(students: readonly Student[]): Date | undefined {
  const times = students.flatMap(({ submittedAt }) => (submittedAt === undefined ? [] : [submittedAt.getTime()]));
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}
