import { clockTime, latenessOf } from '../../pipeline/course';
import type { AssignmentJson } from '../../pipeline/report';
import { roundPoints } from '../../pipeline/score';
import type { Judging } from './judging';
import { changeBy, commentsOf, overridesOf } from './overridesOf';
import { noPoints, type Points } from './points';
import { beside, type Comment, type Override } from './readOverrides';
import type { RubricRow } from './readRubric';
import { rubricOf, type CriterionGrade } from './rubricOf';
import type { Times } from './student';

/** What someone gets for one assignment. */
export interface AssignmentGrade extends Points {
  readonly id: string;
  readonly max: number;
  readonly optional: boolean;
  readonly status: AssignmentJson['status'] | 'absent' | 'undecided';
  /** Days begun after the due date. */
  readonly daysLate: number;
  /** Slip days of them, which cost nothing. */
  readonly slipDays?: number;
  /** The overrides that count. */
  readonly overrides: readonly Override[];
  /** What people have said of it. */
  readonly comments?: readonly Comment[];
  /** What a person looks at beside the checks; its points are in `override` and `max`. */
  readonly rubric?: readonly CriterionGrade[];
  /** Whether all of its points are a person's, since the grader has none. */
  readonly byHand?: boolean;
}

/** What people have decided of everyone's work, and by what it is judged. */
export interface Judged {
  readonly course: Judging;
  readonly overrides: readonly Override[];
  readonly comments?: readonly Comment[];
  readonly rubricRows?: readonly RubricRow[] | undefined;
}

export interface AssignmentInput extends Judged {
  /** Where there is no submission that counts, why; the assignment is any other's then. */
  readonly without: 'absent' | 'undecided' | undefined;
  /** A student's id, and the submission's name. */
  readonly owners: readonly (string | undefined)[];
  readonly times: Times;
  /** Slip days that are left. */
  readonly slipDays: number;
}

export interface JudgedAssignment {
  readonly grade: AssignmentGrade;
  readonly remarks: readonly string[];
}

/** The grader's points, a person's overrides, and lateness. Where the grader has none, a person's alone count. */
export function gradeAssignment(assignment: AssignmentJson, input: AssignmentInput): JudgedAssignment {
  const { without, overrides, comments = [], rubricRows = [], owners, course, times, slipDays } = input;
  const { id, optional } = assignment;
  const criteria = course.schedule.find((one) => one.id === id)?.rubric;
  const rubric = criteria === undefined ? [] : rubricOf(criteria, id, rubricRows, owners);
  const max = assignment.maxScore + rubric.reduce((sum, one) => sum + one.max, 0);
  const status: AssignmentGrade['status'] = without ?? assignment.status;
  const open = without === undefined ? openIn(assignment) : [];
  const decided = overridesOf(assignment, overrides, owners, {
    forAll: without === undefined && assignment.status === 'graded',
  });
  const waiting = open.filter((name) => !decided.some((one) => one.exercise === name && one.check === undefined));
  // Once a person has given what only they know, all of it is known.
  const score =
    without !== undefined ? null : open.length > 0 && waiting.length === 0 ? knownIn(assignment) : assignment.score;
  const said = without === 'undecided' ? [] : commentsOf(assignment, comments, owners);
  const base = {
    id,
    max,
    optional,
    status,
    overrides: decided,
    ...(rubric.length === 0 ? {} : { rubric }),
    ...(said.length === 0 ? {} : { comments: said }),
  };
  const isHandedIn = without === undefined && status !== 'missing';
  const hasRow = rubric.some(({ points }) => points !== null);
  const notYet =
    isHandedIn || hasRow ? rubric.flatMap(({ criterion, points }) => (points === null ? [criterion] : [])) : [];
  if (notYet.length > 0) {
    const remark = `${id}: waits for a person's points for ${notYet.join(', ')}; give them in rubric.csv`;
    return { grade: { ...base, ...noPoints, daysLate: 0 }, remarks: [remark] };
  }
  const byRubric = rubric.reduce((sum, { points }) => sum + (points ?? 0), 0);
  if (waiting.length > 0) {
    const remark = `${id}: waits for a person's points for ${waiting.join(', ')}; give them in overrides.csv`;
    return { grade: { ...base, ...noPoints, daysLate: 0 }, remarks: [remark] };
  }
  // What a person gave for work that came another way counts like an override; beside code that can't be read it waits.
  if (score === null && decided.length === 0 && (isHandedIn || !hasRow))
    return { grade: { ...base, ...noPoints, daysLate: 0 }, remarks: [] };

  const raw = score ?? 0;
  const byHand = score === null;
  const override = byHand
    ? decided.reduce((sum, { points }) => sum + points, byRubric)
    : decided.reduce((sum, one) => sum + changeBy(one, assignment), byRubric);
  if (raw + override > max && course.allowBonus !== true)
    throw new Error(
      `${owners.find((owner) => owner !== undefined) ?? ''} would have ${roundPoints(raw + override)} of ${max} points in ${id} by overrides.csv; "allowBonus": true in the course file permits more`,
    );
  const { submittedAt, extendedUntil, markedLate } = times;
  // What a person gave for work that came another way is not late by when other work came.
  const lateness =
    submittedAt === undefined || byHand ? undefined : latenessOf(course, id, submittedAt, extendedUntil, slipDays);
  const penalty = roundPoints((raw + override) * (lateness?.penalty ?? 0));
  const remarks = [
    ...(byHand
      ? [
          `${id}: graded by hand, ${decided.filter(({ exercise }) => exercise !== beside).length} of ${assignment.exercises.length} exercises`,
        ]
      : []),
    ...(lateness?.late === true ? [lateRemark(id, lateness.days, lateness.slipDays ?? 0)] : []),
    ...(markedLate === undefined || lateness?.late === true || byHand
      ? []
      : [markRemark(id, markedLate, submittedAt, course)]),
  ];
  return {
    grade: {
      ...base,
      raw,
      override: roundPoints(override),
      penalty,
      final: roundPoints(raw + override - penalty),
      daysLate: lateness?.days ?? 0,
      ...(lateness?.slipDays === undefined ? {} : { slipDays: lateness.slipDays }),
      ...(byHand ? { byHand } : {}),
    },
    remarks,
  };
}

/** Exercises of a graded file whose points only a person knows. */
function openIn({ status, exercises }: AssignmentJson): readonly string[] {
  return status === 'graded' ? exercises.flatMap(({ name, score }) => (score === null ? [name] : [])) : [];
}

function knownIn({ exercises }: AssignmentJson): number {
  return exercises.reduce((sum, { score }) => sum + (score ?? 0), 0);
}

function lateRemark(id: string, days: number, slipDays: number): string {
  const slip = slipDays === 0 ? '' : `, ${slipDays} of them ${slipDays === 1 ? 'a slip day' : 'slip days'}`;
  return `${id}: ${days} ${days === 1 ? 'day' : 'days'} late${slip}`;
}

function markRemark(
  id: string,
  platform: string,
  submittedAt: Date | undefined,
  { timeZone = 'UTC' }: Judging,
): string {
  return submittedAt === undefined
    ? `${id}: marked late by ${platform}, counted as in time; enter submittedAt`
    : `${id}: marked late by ${platform}, but submittedAt, ${clockTime(submittedAt, timeZone)} (${timeZone}), is in time; one of them is wrong`;
}
