/** Small exercises, cases and outcomes for tests of the later stages. */
import { execute } from '../../../execution';
import type {
  Case,
  Check,
  CheckResult,
  Exercise,
  GradientCheck,
  Observation,
  Outcome,
  Outcomes,
  ReferenceCheck,
} from '../../types';
import { returned as outcomeOf } from '../../../execution';
import type { Value } from '../../../execution/values';
import { askInRounds, judge, plainEvaluations, planCheck } from '../planEvaluations';

export const unobserved: Observation = outcomeOf([]).observed;

/** One call that returned `value`. */
export function returned(value: Value, observed: Partial<Observation> = {}): Outcome {
  return { status: 'returned', values: [value], observed: { ...unobserved, ...observed } };
}

export function threw(name = 'Error', exercise?: string): Outcome {
  return { status: 'threw', error: { name, message: 'no', exercise, stack: '', place: undefined } };
}

/** A public case of one call. */
export function caseOf(id: string, inputs: readonly Value[], expected: Value, changes: Partial<Case> = {}): Case {
  return {
    id,
    visibility: 'public',
    label: undefined,
    calls: [inputs],
    expected: returned(expected),
    scale: 1,
    ...changes,
  };
}

export function exerciseOf(parts: Partial<Exercise>): Exercise {
  return { name: 'exercise', arguments: ['x'], checks: [], cases: [], mistakes: [], forbidden: [], ...parts };
}

export function referenceOf(
  field: string | undefined,
  cases: readonly string[],
  changes: Partial<ReferenceCheck> = {},
): ReferenceCheck {
  const id = `exercise.${field ?? 'result'}`;
  return { id, kind: 'reference', field, comparison: { rule: 'standard' }, points: 1, cases, ...changes };
}

/** A gradient check on {loss, dw} by the first argument. */
export function gradientOf(cases: readonly string[], changes: Partial<GradientCheck> = {}): GradientCheck {
  return {
    id: 'exercise.gradient',
    kind: 'gradient',
    lossField: 'loss',
    gradientField: 'dw',
    argument: 0,
    part: 'whole',
    strengthArgument: undefined,
    kinks: false,
    points: 2,
    cases,
    ...changes,
  };
}

/** Asks a function everything that an exercise's checks need. */
export function outcomesOf(exercise: Exercise, run: (...args: never[]) => unknown): Outcomes {
  return askInRounds(
    exercise,
    () =>
      ({ evaluation }) =>
        execute(run, evaluation),
  );
}

/** The result of one check of a function on some cases, independent of other checks. */
export function judgeFunction(
  check: Check,
  cases: readonly Case[],
  run: (...args: never[]) => unknown,
  names = ['w'],
): CheckResult {
  const exercise = exerciseOf({ arguments: names, checks: [check], cases });
  const outcomes = new Map<string, Outcome>();
  for (let next = plainEvaluations(exercise); next.length > 0; next = planCheck(check, exercise, outcomes)) {
    for (const { id, evaluation } of next) outcomes.set(id, execute(run, evaluation));
  }
  return judge(check, exercise, outcomes);
}
