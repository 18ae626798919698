import type { AssignmentJson, ExerciseJson } from '../../pipeline/report';
import { isMeant } from './checkOverrides';
import { beside, everyone, type Comment, type Override } from './readOverrides';
import { keyOf } from './student';

/**
 * The overrides of an assignment that count for someone: their own go before those of the submission that they share,
 * and these before those for all. One of a whole exercise goes before those of its checks.
 *
 * @param owners - a student's id, and the submission's name
 */
export function overridesOf(
  { id, exercises }: AssignmentJson,
  overrides: readonly Override[],
  owners: readonly (string | undefined)[],
  { forAll }: { readonly forAll: boolean },
): readonly Override[] {
  const keys = keysOf([...owners, ...(forAll ? [everyone] : [])]);
  const isHere = (one: Override): boolean => one.assignment === undefined || one.assignment === id;
  const added = keys.flatMap((key) =>
    overrides.filter((one) => one.exercise === beside && isHere(one) && keyOf(one.id) === key),
  );
  const instead = exercises.flatMap(({ name }) => {
    const own = keys.flatMap((key) =>
      overrides.filter((one) => one.exercise !== beside && isMeant(one, id, name) && keyOf(one.id) === key),
    );
    const whole = own.find(({ check }) => check === undefined);
    if (whole !== undefined) return [whole];
    return own.filter(({ check }, index) => own.findIndex((other) => other.check === check) === index);
  });
  return [...instead, ...added];
}

/** What people say of an assignment, to these owners or to everyone who was graded. */
export function commentsOf(
  { id, exercises, status }: AssignmentJson,
  comments: readonly Comment[],
  owners: readonly (string | undefined)[],
): readonly Comment[] {
  const keys = keysOf([...owners, ...(status === 'graded' ? [everyone] : [])]);
  return comments.filter((one) => keys.includes(keyOf(one.id)) && exercises.some(({ name }) => isMeant(one, id, name)));
}

/** Each once: a submission is mostly called as its student. */
function keysOf(owners: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(owners.flatMap((owner) => (owner === undefined ? [] : [keyOf(owner)])))];
}

/** What an override adds to the points of its exercise. */
export function changeBy({ exercise, check, points }: Override, { exercises }: AssignmentJson): number {
  if (exercise === beside) return points;
  const own = exercises.find(({ name }) => name === exercise);
  return points - (check === undefined ? (own?.score ?? 0) : pointsOf(own, check));
}

function pointsOf(exercise: ExerciseJson | undefined, check: string): number {
  return exercise?.checks.find(({ id }) => id === check)?.points ?? 0;
}
