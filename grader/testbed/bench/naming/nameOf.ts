import { outcomesOf } from '../../../author/validate/runFunction';
import { checkExercise } from '../../../pipeline/checks';
import type { ExerciseFunction } from '../../../pipeline/course/spec';
import type { CheckResult, Exercise } from '../../../pipeline/types';

/** What grading says of a function: nothing that needs a name, or a name, if it has one for it. */
export type Said = { readonly isRight: true } | { readonly isRight: false; readonly name: string | undefined };

/** Findings about numbers alone, which don't say themselves what is wrong. */
function needsName({ status, check, finding }: CheckResult): boolean {
  if (status !== 'failed') return false;
  if (check.kind === 'property' || check.kind === 'gradient') return true;
  return finding?.id === 'values-differ' || finding?.id === 'not-finite';
}

export async function nameOf(exercise: Exercise, make: () => ExerciseFunction): Promise<Said> {
  const outcomes = await outcomesOf(exercise, make);
  const { checks, mistake } = checkExercise(exercise, { status: 'answered', outcomes, durationMs: 0 });
  return mistake === undefined && !checks.some(needsName) ? { isRight: true } : { isRight: false, name: mistake?.id };
}

function nameIn(said: Said): string {
  return said.isRight ? 'nothing wrong' : (said.name ?? 'no name');
}

/** An exercise as two seeds draw it. */
export interface Drawn {
  readonly exercise: Exercise;
  readonly again: Exercise;
}

/** Counts of wrong functions. */
export interface Share {
  wrong: number;
  named: number;
  misnamed: number;
}

/**
 * Counts a function, if it is wrong. A name that another seed takes back was no name: what is right of one set of numbers
 * and not of another is a coincidence.
 *
 * @returns the name, if it is one
 */
export async function countNamed(
  share: Share,
  { exercise, again }: Drawn,
  make: () => ExerciseFunction,
): Promise<string | undefined> {
  const said = await nameOf(exercise, make);
  if (said.isRight) return undefined;
  share.wrong += 1;
  if (said.name === undefined) return undefined;
  const second = await nameOf(again, make);
  const holds = !second.isRight && second.name === said.name;
  share[holds ? 'named' : 'misnamed'] += 1;
  if (!holds) console.error(`${exercise.name}: ${said.name}, and ${nameIn(second)} on another seed`);
  return holds ? said.name : undefined;
}
