import type { Check, CheckResult, Exercise, Outcomes } from '../types';
import { plainEvaluation, type CheckKindModule, type PlannedEvaluation } from './checkKind';
import { gradientCheck } from './gradientCheck';
import { propertyCheck } from './propertyCheck';
import { referenceCheck } from './referenceCheck';
import { inputCheck, kernelsCheck, leakCheck } from './sideEffectChecks';

const kinds: { readonly [K in Check['kind']]: CheckKindModule<Extract<Check, { kind: K }>> } = {
  reference: referenceCheck,
  gradient: gradientCheck,
  property: propertyCheck,
  input: inputCheck,
  leak: leakCheck,
  kernels: kernelsCheck,
};

/**
 * All that an exercise's checks need to have run, each once.
 *
 * The cases themselves come first, in their order, so that a mistake that depends on the order of calls shows the same
 * whatever is checked; what only single checks need follows.
 */
export function planEvaluations(exercise: Exercise): readonly PlannedEvaluation[] {
  const known = plans.get(exercise) ?? plan(exercise);
  plans.set(exercise, known);
  return known;
}

/** The same for every submission of a class. */
const plans = new WeakMap<Exercise, readonly PlannedEvaluation[]>();

function plan(exercise: Exercise): readonly PlannedEvaluation[] {
  const planned = new Map<string, PlannedEvaluation>();
  const needed = exercise.checks.flatMap((check) => moduleOf(check).plan(check, exercise));
  const ids = new Set(needed.map(({ id }) => id));
  for (const one of exercise.cases) {
    if (ids.has(one.id)) planned.set(one.id, plainEvaluation(one));
  }
  for (const evaluation of needed) {
    if (!planned.has(evaluation.id)) planned.set(evaluation.id, evaluation);
  }
  return [...planned.values()];
}

/** What one check makes of the outcomes. */
export function judge(check: Check, exercise: Exercise, outcomes: Outcomes): CheckResult {
  return moduleOf(check).judge(check, exercise, outcomes);
}

function moduleOf<C extends Check>(check: C): CheckKindModule<C> {
  return kinds[check.kind] as unknown as CheckKindModule<C>;
}
