import {
  casesOf,
  analyticAt,
  evaluationIds,
  planDifferences,
  strengthsOf,
  numericalGradient,
  norm,
  relativeError,
} from '../../pipeline/checks';
import type { ExerciseFunction } from '../../pipeline/course/spec';
import { execute } from '../../execution';
import type { Case, Exercise, GradientCheck, Outcomes } from '../../pipeline/types';
import { TensorValue, valueAt } from '../../execution/values';

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
    check.kind === 'gradient'
      ? casesOf(check, exercise).flatMap((one) => errorOf(check, one, differencesOf(check, one, run)) ?? [])
      : [],
  );
}

function differencesOf(check: GradientCheck, one: Case, run: ExerciseFunction): Outcomes {
  return new Map(planDifferences(check, one, 'all').map(({ id, evaluation }) => [id, execute(run, evaluation)]));
}

interface Compared {
  readonly numerical: Float64Array;
  readonly analytic: Float64Array;
  readonly noise: Float64Array;
  readonly kinks: readonly boolean[];
}

function errorOf(check: GradientCheck, one: Case, outcomes: Outcomes): GradientError | undefined {
  const [first, second] = strengthsOf(check).map((strength) => comparedAt(check, one, strength, outcomes));
  if (first === undefined) return undefined;
  const smooth = (vector: Float64Array): Float64Array =>
    vector.filter((_, index) => first.kinks[index] !== true && second?.kinks[index] !== true);
  const less = (one_: Float64Array, other: Float64Array | undefined): Float64Array =>
    smooth(other === undefined ? one_ : other.map((value, index) => value - (one_[index] ?? NaN)));
  const numerical = less(first.numerical, second?.numerical);
  const analytic = less(first.analytic, second?.analytic);
  const noise = norm(smooth(first.noise.map((value, index) => value + (second?.noise[index] ?? 0))));
  const distance = norm(analytic.map((value, index) => value - (numerical[index] ?? NaN)));
  return {
    check: check.id,
    case: one.id,
    relativeError: relativeError(analytic, numerical),
    withinNoise: distance <= noise,
  };
}

function comparedAt(
  check: GradientCheck,
  one: Case,
  strength: number | undefined,
  outcomes: Outcomes,
): Compared | undefined {
  const plain = outcomes.get(evaluationIds(check, one, strength, 'all').plain);
  const gradient = plain?.status === 'returned' ? valueAt(plain.values[0], [check.gradientField]) : undefined;
  const derivatives = numericalGradient(check, one, strength, outcomes, 'all');
  if (!(gradient instanceof TensorValue) || 'id' in derivatives) return undefined;
  return {
    numerical: Float64Array.from(derivatives, ({ value }) => value),
    analytic: Float64Array.from(derivatives, ({ probe }) => analyticAt(gradient.values, probe)),
    noise: Float64Array.from(derivatives, ({ noise }) => noise),
    kinks: derivatives.map(({ kink }) => kink),
  };
}
