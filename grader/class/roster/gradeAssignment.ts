import { clockTime, latenessOf } from '../../pipeline/course';
import type { AssignmentJson } from '../../pipeline/report';
import { roundPoints } from '../../pipeline/score';
import type { Judging } from './judging';
import { changeBy, commentsOf, overridesOf } from './overridesOf';
import { noPoints, type Points } from './points';
import { wholeAssignment, type Comment, type Override } from './readOverrides';
import type { RubricRow } from './readRubric';
import { rubricOf, type CriterionGrade } from './rubricOf';
import type { Times } from './student';

/** A student's or a submission's grade for one assignment. */
export interface AssignmentGrade extends Points {
  readonly id: string;
  readonly max: number;
  readonly optional: boolean;
  readonly status: AssignmentJson['status'] | 'absent' | 'undecided';
  /** Days started after the due date. */
  readonly daysLate: number;
  /** How many of them are slip days, which cost nothing. */
  readonly slipDays?: number;
  /** The overrides that count. */
  readonly overrides: readonly Override[];
  readonly comments?: readonly Comment[];
  /** Its points are included in `override` and `max`. */
  readonly rubric?: readonly CriterionGrade[];
  /** Whether a person gave all of the points, since the grader has none. */
  readonly byHand?: boolean;
}

/** The course's rules and people's decisions, for everyone's work. */
export interface Judged {
  readonly course: Judging;
  readonly overrides: readonly Override[];
  readonly comments?: readonly Comment[];
  readonly rubricRows?: readonly RubricRow[] | undefined;
}

export interface AssignmentInput extends Judged {
  /** Why no submission counts; the assignment is then another submission's. */
  readonly without: 'absent' | 'undecided' | undefined;
  /** The student's id, and the submission's name. */
  readonly owners: readonly (string | undefined)[];
  readonly times: Times;
  /** The student's remaining slip days. */
  readonly slipDays: number;
}

export interface JudgedAssignment {
  readonly grade: AssignmentGrade;
  readonly remarks: readonly string[];
}

/** Combines the grader's points, people's points and lateness. If the grader has no points, only people's count. */
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
  // When a person has graded all that only a person can, the total is known.
  const score =
    without !== undefined ? null : open.length > 0 && waiting.length === 0 ? knownIn(assignment) : assignment.score;
  const ownComments = without === 'undecided' ? [] : commentsOf(assignment, comments, owners);
  const base = {
    id,
    max,
    optional,
    status,
    overrides: decided,
    ...(rubric.length === 0 ? {} : { rubric }),
    ...(ownComments.length === 0 ? {} : { comments: ownComments }),
  };
  const ungraded = (remarks: readonly string[] = []): JudgedAssignment => ({
    grade: { ...base, ...noPoints, daysLate: 0 },
    remarks,
  });
  const isHandedIn = without === undefined && status !== 'missing';
  const hasRow = rubric.some(({ points }) => points !== null);
  const notYet =
    isHandedIn || hasRow ? rubric.flatMap(({ criterion, points }) => (points === null ? [criterion] : [])) : [];
  if (notYet.length > 0)
    return ungraded([`${id}: needs a person's points for ${notYet.join(', ')}; enter them in rubric.csv`]);
  if (waiting.length > 0)
    return ungraded([`${id}: needs a person's points for ${waiting.join(', ')}; enter them in overrides.csv`]);
  // Rubric points alone make a grade for work that came another way, but not for code that can't be read.
  if (score === null && decided.length === 0 && (isHandedIn || !hasRow)) return ungraded();

  const raw = score ?? 0;
  const byHand = score === null;
  const override = [
    ...rubric.map(({ points }) => points ?? 0),
    ...decided.map((one) => (byHand ? one.points : changeBy(one, assignment))),
  ].reduce((sum, points) => sum + points, 0);
  if (raw + override > max && course.allowBonus !== true)
    throw new Error(
      `with overrides.csv, ${owners.find((owner) => owner !== undefined) ?? ''} has ${roundPoints(raw + override)} of ${max} points in ${id}; set "allowBonus": true in the course file to allow this`,
    );
  const { submittedAt, extendedUntil, markedLate } = times;
  // `submittedAt` says nothing about work that came another way and was graded by hand.
  const lateness =
    submittedAt === undefined || byHand ? undefined : latenessOf(course, id, submittedAt, extendedUntil, slipDays);
  const penalty = roundPoints((raw + override) * (lateness?.penalty ?? 0));
  const remarks = [
    ...(byHand
      ? [
          `${id}: graded by hand, ${decided.filter(({ exercise }) => exercise !== wholeAssignment).length} of ${assignment.exercises.length} exercises`,
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

/** Exercises of a graded file that only a person can grade. */
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
    ? `${id}: marked late by ${platform}, counted as on time; enter submittedAt`
    : `${id}: marked late by ${platform}, but submittedAt, ${clockTime(submittedAt, timeZone)} (${timeZone}), is on time; one of them is wrong`;
}
