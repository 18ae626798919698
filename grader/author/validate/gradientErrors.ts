import { casesOf, comparedAt, disagreementOf, norm, planDifferences } from '../../pipeline/checks';
import type { ExerciseFunction } from '../../pipeline/course/spec';
import { execute } from '../../execution';
import type { Case, Exercise, GradientCheck } from '../../pipeline/types';

/** How well a gradient agrees with the differences of its loss on one case. */
export interface GradientError {
  readonly check: string;
  readonly case: string;
  readonly relativeError: number;
  /** The disagreement is within the rounding noise of the differences. */
  readonly withinNoise: boolean;
}

/** Each gradient check on all of its cases; right submissions skip most of them. */
export function gradientErrors(exercise: Exercise, run: ExerciseFunction): readonly GradientError[] {
  return exercise.checks.flatMap((check) =>
    check.kind === 'gradient' ? casesOf(check, exercise).flatMap((one) => errorOf(check, one, run) ?? []) : [],
  );
}

function errorOf(check: GradientCheck, one: Case, run: ExerciseFunction): GradientError | undefined {
  const outcomes = planDifferences(check, one, 'all').map(
    ({ id, evaluation }) => [id, execute(run, evaluation)] as const,
  );
  const compared = comparedAt(check, one, new Map(outcomes), 'all');
  if ('id' in compared) return undefined;
  const { error, noise, distances } = disagreementOf(compared.filter(({ kink }) => !kink));
  return { check: check.id, case: one.id, relativeError: error, withinNoise: norm(distances) <= noise };
}
