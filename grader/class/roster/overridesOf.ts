import type { AssignmentJson, ExerciseJson } from '../../pipeline/report';
import { isMeant } from './checkOverrides';
import { everyone, type Override } from './readOverrides';
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
  const keys = [...owners, ...(forAll ? [everyone] : [])].flatMap((owner) =>
    owner === undefined ? [] : [keyOf(owner)],
  );
  return exercises.flatMap(({ name }) => {
    const own = keys.flatMap((key) => overrides.filter((one) => isMeant(one, id, name) && keyOf(one.id) === key));
    const whole = own.find(({ check }) => check === undefined);
    if (whole !== undefined) return [whole];
    return own.filter(({ check }, index) => own.findIndex((other) => other.check === check) === index);
  });
}

/** What an override adds to the points of its exercise. */
export function changeBy({ exercise, check, points }: Override, { exercises }: AssignmentJson): number {
  const own = exercises.find(({ name }) => name === exercise);
  return points - (check === undefined ? (own?.score ?? 0) : pointsOf(own, check));
}

function pointsOf(exercise: ExerciseJson | undefined, check: string): number {
  return exercise?.checks.find(({ id }) => id === check)?.points ?? 0;
}
