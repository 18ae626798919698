import { seededRandom } from '../../descent/seededRandom';
import type { CallbackCall, Case, CheckResult, Exercise, MistakeSign, Outcomes, PropertyCheck } from '../types';
import type { Value, ValueRecord } from '../../execution/values';
import { casesOf, failed, passed, plainEvaluation, skipped, type CheckKindModule, type PlannedEvaluation } from './checkKind';
import { hashOf } from './hashOf';
import { returnedValues } from './returnedValues';
import { tolerances } from './tolerances';

/** A law holds on every case, of which the first call is looked at. */
export const propertyCheck: CheckKindModule<PropertyCheck> = {
  plan: (check, exercise) =>
    casesOf(check, exercise).flatMap((one) => [plainEvaluation(one), ...companionEvaluations(check, exercise, one)]),

  judge(check, exercise, outcomes): CheckResult {
    const cases = casesOf(check, exercise);
    for (const one of cases) {
      const failure = judgeCase(check, exercise, one, outcomes);
      if (failure !== undefined) return failure;
    }
    return cases.length === 0 ? skipped(check, 'no-cases') : passed(check, { threshold: tolerances.relative });
  },
};

function judgeCase(check: PropertyCheck, exercise: Exercise, one: Case, outcomes: Outcomes): CheckResult | undefined {
  const results: Value[] = [];
  const calls: (readonly CallbackCall[])[] = [];
  for (const { id } of [plainEvaluation(one), ...companionEvaluations(check, exercise, one)]) {
    const returned = returnedValues(outcomes.get(id));
    if (returned.values === undefined) return failed(check, returned.finding, one);
    results.push(returned.values[0]);
    calls.push(returned.observed.callbackCalls);
  }
  const [result, ...companions] = results;
  const [callbackCalls = [], ...companionCalls] = calls;
  const { law, parameters } = check;
  const inputs = inputsOf(exercise, one);
  const context = { inputs, parameters, result, expected: expectedOf(one), companions, callbackCalls, companionCalls, scale: one.scale };
  const violation = law.violation(context);
  if (violation === undefined) return undefined;
  return failed(check, { id: 'law-broken', law, parameters, ...violation }, one, { threshold: tolerances.relative });
}

/** Whether a law that needs no companions holds on every case that an exercise's laws are about. */
export function holdsThroughout({ law, parameters }: MistakeSign, exercise: Exercise, outcomes: Outcomes): boolean {
  const ids = new Set(exercise.checks.flatMap((check) => (check.kind === 'property' ? check.cases : [])));
  const cases = exercise.cases.filter(({ id }) => ids.has(id));
  return cases.length > 0 && cases.every((one) => holdsOn(one));

  function holdsOn(one: Case): boolean {
    const returned = returnedValues(outcomes.get(one.id));
    if (returned.values === undefined) return false;
    const [result] = returned.values;
    const { callbackCalls } = returned.observed;
    const context = { inputs: inputsOf(exercise, one), parameters, result, expected: expectedOf(one), companions: [], callbackCalls };
    return law.violation({ ...context, companionCalls: [], scale: one.scale }) === undefined;
  }
}

function expectedOf({ expected }: Case): Value {
  return expected.status === 'returned' ? expected.values[0] : undefined;
}

function companionEvaluations(check: PropertyCheck, exercise: Exercise, one: Case): readonly PlannedEvaluation[] {
  const random = seededRandom(hashOf(one.id));
  return check.law.companions(inputsOf(exercise, one), check.parameters, random).map((inputs, index) => ({
    id: `${one.id}/${check.id}/${index}`,
    evaluation: { kind: 'calls', calls: [exercise.arguments.map((name) => inputs[name])], apply: one.apply },
  }));
}

function inputsOf(exercise: Exercise, one: Case): ValueRecord {
  return Object.fromEntries(exercise.arguments.map((name, index) => [name, one.calls[0]?.[index]]));
}
