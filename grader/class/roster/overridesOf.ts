import type { AssignmentJson } from '../../pipeline/report';
import { appliesTo } from './checkOverrides';
import { everyone, wholeAssignment, type Comment, type Override } from './readOverrides';
import { keyOf } from './student';

/**
 * The overrides of an assignment that count for a student: the student's own take precedence over those of the
 * submission, and these over those for everyone. An override of a whole exercise takes precedence over those of its
 * checks.
 *
 * @param owners - the student's id, and the submission's name
 */
export function overridesOf(
  { id, exercises }: AssignmentJson,
  overrides: readonly Override[],
  owners: readonly (string | undefined)[],
  { forAll }: { readonly forAll: boolean },
): readonly Override[] {
  const keys = keysOf([...owners, ...(forAll ? [everyone] : [])]);
  const here = overrides.filter(({ assignment = id }) => assignment === id);
  const ordered = keys.flatMap((key) => here.filter((one) => keyOf(one.id) === key));
  const added = ordered.filter(({ exercise }) => exercise === wholeAssignment);
  const replacing = exercises.flatMap(({ name }) => {
    const own = ordered.filter(({ exercise }) => exercise === name);
    const whole = own.find(({ check }) => check === undefined);
    if (whole !== undefined) return [whole];
    return own.filter(({ check }, index) => own.findIndex((other) => other.check === check) === index);
  });
  return [...replacing, ...added];
}

/** Comments on an assignment for these owners, or for everyone who was graded. */
export function commentsOf(
  { id, exercises, status }: AssignmentJson,
  comments: readonly Comment[],
  owners: readonly (string | undefined)[],
): readonly Comment[] {
  const keys = keysOf([...owners, ...(status === 'graded' ? [everyone] : [])]);
  return comments.filter(
    (one) => keys.includes(keyOf(one.id)) && exercises.some(({ name }) => appliesTo(one, id, name)),
  );
}

/** Without duplicates: a submission usually has its student's id as its name. */
function keysOf(owners: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(owners.flatMap((owner) => (owner === undefined ? [] : [keyOf(owner)])))];
}

/** The difference that an override makes to the points of its exercise. */
export function changeBy({ exercise, check, points }: Override, { exercises }: AssignmentJson): number {
  if (exercise === wholeAssignment) return points;
  const own = exercises.find(({ name }) => name === exercise);
  const before = check === undefined ? own?.score : own?.checks.find(({ id }) => id === check)?.points;
  return points - (before ?? 0);
}
