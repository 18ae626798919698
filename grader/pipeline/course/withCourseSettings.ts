import type { Assignment, Exercise, Withdrawal } from '../types';
import { didYouMean } from '../words/didYouMean';
import type { ScheduledAssignment } from './courseSchema';

/** Settings of a course that override an assignment's author. */
export type CourseSettings = Pick<ScheduledAssignment, 'title' | 'points' | 'withdrawn'>;

/**
 * Points are multiples of 0.5, or finer if there are more checks than halves; binary numbers represent them exactly.
 */
const steps = [0.5, 0.25, 0.125] as const;

/**
 * An assignment with the course's title and points, which are divided in proportion to the author's points of the
 * checks.
 *
 * @throws if an exercise doesn't exist, or there are too few points for its checks
 */
export function withCourseSettings(assignment: Assignment, { title, points, withdrawn }: CourseSettings): Assignment {
  const weighed = points === undefined ? assignment.exercises : worth(assignment, points);
  const exercises = withdrawn === undefined ? weighed : withoutWithdrawn(assignment.id, weighed, withdrawn);
  return { ...assignment, ...(title === undefined ? {} : { title }), exercises };
}

/** Withdraws checks by id, or whole exercises by name. Points of those left out become 0. */
function withoutWithdrawn(
  id: string,
  exercises: readonly Exercise[],
  withdrawn: NonNullable<CourseSettings['withdrawn']>,
): readonly Exercise[] {
  const known = exercises.flatMap(({ name, checks }) => [name, ...checks.map((check) => check.id)]);
  const unknown = Object.keys(withdrawn).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(
      `assignments/course.json withdraws ${unknown}, which ${id} does not have; ${didYouMean(unknown, known)}`,
    );
  const of = (name: string): Withdrawal | undefined => (Object.hasOwn(withdrawn, name) ? withdrawn[name] : undefined);
  return exercises.map((exercise) => ({
    ...exercise,
    checks: exercise.checks.map((check) => {
      const how = of(check.id) ?? of(exercise.name);
      if (how === undefined) return check;
      return { ...check, withdrawn: how, points: how === 'left-out' ? 0 : check.points };
    }),
  }));
}

function worth({ id, exercises }: Assignment, points: NonNullable<CourseSettings['points']>): readonly Exercise[] {
  const names = exercises.map(({ name }) => name);
  const given =
    typeof points === 'number'
      ? shared(
          exercises.map((exercise) => ({ weight: pointsOf(exercise), least: exercise.checks.length })),
          points,
          id,
        )
      : names.map((name) => (Object.hasOwn(points, name) ? points[name] : undefined));
  const unknown = typeof points === 'number' ? undefined : Object.keys(points).find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(
      `assignments/course.json gives points to ${unknown}, which ${id} does not have; ${didYouMean(unknown, names)}`,
    );
  return exercises.map((exercise, index) => {
    const whole = given[index];
    if (whole === undefined) return exercise;
    const shares = shared(
      exercise.checks.map((check) => ({ weight: check.points, least: 1 })),
      whole,
      exercise.name,
    );
    const checks = exercise.checks.map((check, place) => ({ ...check, points: shares[place] ?? 0 }));
    return { ...exercise, checks };
  });
}

function pointsOf({ checks }: Pick<Exercise, 'checks'>): number {
  return checks.reduce((sum, { points }) => sum + points, 0);
}

interface Part {
  readonly weight: number;
  /** The minimum number of steps, so that failing costs something. */
  readonly least: number;
}

/**
 * Divides points by weight, in the coarsest step that gives each part its minimum; rounding remainders go where the
 * deviation is largest.
 */
function shared(parts: readonly Part[], whole: number, of: string): readonly number[] {
  const least = parts.reduce((sum, part) => sum + part.least, 0);
  const step = steps.find((one) => Number.isInteger(whole / one) && least * one <= whole);
  if (step === undefined)
    throw new Error(
      `assignments/course.json gives ${of} ${whole} points, which its ${least} checks can't share; give it at least ${least * steps[2]}, in steps of ${steps[2]}`,
    );
  const units = whole / step;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const ideal = parts.map(({ weight }) => (units * weight) / total);
  const shares = parts.map((part, index) => Math.max(part.least, Math.floor(ideal[index] ?? 0)));
  const placeOf = (missed: (index: number) => number): number =>
    shares.reduce((best, _, index) => (missed(index) > missed(best) ? index : best), 0);
  const lack = (index: number): number => (ideal[index] ?? 0) - (shares[index] ?? 0);
  const excess = (index: number): number =>
    (shares[index] ?? 0) > (parts[index]?.least ?? 0) ? -lack(index) : -Infinity;
  for (let left = units - shares.reduce((sum, share) => sum + share, 0); left !== 0; left -= Math.sign(left)) {
    const place = placeOf(left > 0 ? lack : excess);
    shares[place] = (shares[place] ?? 0) + Math.sign(left);
  }
  return shares.map((share) => share * step);
}
