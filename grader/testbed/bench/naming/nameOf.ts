import { outcomesOf } from '../../../author/validate/runFunction';
import { checkOutcomes } from '../../../pipeline/checks';
import type { ExerciseFunction } from '../../../pipeline/course/spec';
import type { CheckResult, Exercise } from '../../../pipeline/types';

/** Whether grading finds a mistake in a function's numbers, and its name if there is one. */
export type NameResult = { readonly isRight: true } | { readonly isRight: false; readonly name: string | undefined };

/** Whether a check fails only by its numbers, which don't show the mistake. */
function needsName({ status, check, finding }: CheckResult): boolean {
  if (status !== 'failed') return false;
  if (check.kind === 'property' || check.kind === 'gradient') return true;
  return finding?.id === 'values-differ' || finding?.id === 'not-finite';
}

export async function nameOf(exercise: Exercise, make: () => ExerciseFunction): Promise<NameResult> {
  const outcomes = await outcomesOf(exercise, make);
  const { checks, mistake } = checkOutcomes(exercise, outcomes);
  return mistake === undefined && !checks.some(needsName) ? { isRight: true } : { isRight: false, name: mistake?.id };
}

function textOf(result: NameResult): string {
  return result.isRight ? 'nothing wrong' : (result.name ?? 'no name');
}

/** An exercise drawn with two seeds. */
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

export const noShare = (): Share => ({ wrong: 0, named: 0, misnamed: 0 });

export function addShare(sum: Share, { wrong, named, misnamed }: Share): void {
  sum.wrong += wrong;
  sum.named += named;
  sum.misnamed += misnamed;
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)} %`;
}

/**
 * Counts a function if it is wrong. A name that differs with another seed is a coincidence, and counts as misnamed.
 *
 * @returns the name, if both seeds agree
 */
export async function countNamed(
  share: Share,
  { exercise, again }: Drawn,
  make: () => ExerciseFunction,
): Promise<string | undefined> {
  const first = await nameOf(exercise, make);
  if (first.isRight) return undefined;
  share.wrong += 1;
  if (first.name === undefined) return undefined;
  const second = await nameOf(again, make);
  const holds = !second.isRight && second.name === first.name;
  share[holds ? 'named' : 'misnamed'] += 1;
  if (!holds) console.error(`${exercise.name}: ${first.name}, and ${textOf(second)} on another seed`);
  return holds ? first.name : undefined;
}
