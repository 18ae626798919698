import { seededRandom } from '../../descent';
import type {
  CallbackCall,
  Case,
  CheckResult,
  Exercise,
  KnownOutcomes,
  MistakeSign,
  Outcome,
  Outcomes,
  PropertyCheck,
} from '../types';
import type { Value, ValueRecord } from '../../execution/values';
import {
  casesOf,
  failed,
  partOf,
  passed,
  plainEvaluation,
  memoize,
  skipped,
  type CheckKindModule,
  type PlannedEvaluation,
} from './checkKind';
import { decidingCases } from './decidingCases';
import { hashOf } from './hashOf';
import type { LawContext } from './laws';
import { maxCostOf } from './maxCostOf';
import { returnedValues } from './returnedValues';
import { tolerances } from './tolerances';

/** A law holds on every case; only the first call is considered. */
export const propertyCheck: CheckKindModule<PropertyCheck> = {
  plan: (check, exercise, outcomes) =>
    judgedCases(check, exercise, outcomes).flatMap((one) => companionsOf(exercise)(check)(one)),

  judge(check, exercise, outcomes): CheckResult {
    const cases = judgedCases(check, exercise, outcomes);
    for (const one of cases) {
      const failure = judgeCase(check, exercise, one, outcomes);
      if (failure !== undefined) return failure;
    }
    return cases.length === 0 ? skipped(check, 'no-cases') : passed(check, { threshold: tolerances.relative });
  },
};

/** All cases of a law about single results, which run anyway; only the deciding ones of a law with companions. */
function judgedCases(check: PropertyCheck, exercise: Exercise, outcomes: Outcomes): readonly Case[] {
  const companions = companionsOf(exercise)(check);
  const isAnswered = (one: Case): boolean => companions(one).every(({ id }) => outcomes.has(id));
  const fails = (one: Case): boolean => isAnswered(one) && judgeCase(check, exercise, one, outcomes) !== undefined;
  const cases = casesOf(check, exercise);
  return cases.some((one) => companions(one).length > 0) ? decidingCases(check, exercise, outcomes, fails) : cases;
}

function judgeCase(check: PropertyCheck, exercise: Exercise, one: Case, outcomes: Outcomes): CheckResult | undefined {
  const asked = [plainEvaluation(one), ...companionsOf(exercise)(check)(one)].map(({ id }) => outcomes.get(id));
  const [plain] = asked;
  if (plain === undefined) return judgeOutcomes(check, exercise, one, asked);
  const ofOutcome = judgements.get(plain) ?? new Map<PropertyCheck, Judged>();
  judgements.set(plain, ofOutcome);
  const known = ofOutcome.get(check);
  if (known?.one === one && known.asked.every((outcome, index) => outcome === asked[index])) return known.failure;
  const failure = judgeOutcomes(check, exercise, one, asked);
  ofOutcome.set(check, { one, asked, failure });
  return failure;
}

/** Cached across rounds. */
interface Judged {
  readonly one: Case;
  readonly asked: readonly (Outcome | undefined)[];
  readonly failure: CheckResult | undefined;
}

const judgements = new WeakMap<Outcome, Map<PropertyCheck, Judged>>();

function judgeOutcomes(
  check: PropertyCheck,
  exercise: Exercise,
  one: Case,
  asked: readonly (Outcome | undefined)[],
): CheckResult | undefined {
  const results: Value[] = [];
  const calls: (readonly CallbackCall[])[] = [];
  for (const outcome of asked) {
    const returned = returnedValues(outcome);
    if (returned.values === undefined) return failed(check, returned.finding, one);
    results.push(returned.values[0]);
    calls.push(returned.observed.callbackCalls);
  }
  const [result, ...companions] = results;
  const [callbackCalls = [], ...companionCalls] = calls;
  const { law, parameters } = check;
  const context = contextOf(check, exercise, one, { result, callbackCalls });
  const violation = law.violation({ ...context, companions, companionCalls });
  if (violation === undefined) return undefined;
  return failed(check, { id: 'law-broken', law, parameters, ...violation }, one, { threshold: tolerances.relative });
}

/**
 * Whether a law without companions holds on every case of an exercise's property checks; a law with `throughout`, which
 * considers all cases together, on those of its reference checks.
 */
export function lawHolds({ law, parameters }: MistakeSign, exercise: Exercise, outcomes: KnownOutcomes): boolean {
  const about = law.throughout === undefined ? 'property' : 'reference';
  const shown = law.throughout === undefined ? exercise : partOf.public(exercise);
  const ids = new Set(exercise.checks.flatMap((check) => (check.kind === about ? check.cases : [])));
  const cases = shown.cases.filter(({ id }) => ids.has(id));
  const contexts: LawContext[] = [];
  // One by one, since what comes of a case is found out when it is looked at.
  for (const one of cases) {
    const returned = returnedValues(outcomes.get(one.id));
    if (returned.values === undefined) return false;
    const { callbackCalls } = returned.observed;
    const context = contextOf({ parameters }, exercise, one, { result: returned.values[0], callbackCalls });
    if (law.throughout === undefined && law.violation(context) !== undefined) return false;
    contexts.push(context);
  }
  return contexts.length > 0 && (law.throughout?.(contexts) ?? true);
}

/** What a law looks at, without what it asks beside. */
function contextOf(
  { parameters }: Pick<PropertyCheck, 'parameters'>,
  exercise: Exercise,
  { calls, expected, scale }: Case,
  returned: Pick<LawContext, 'result' | 'callbackCalls'>,
): LawContext {
  return {
    inputs: inputsOf(exercise.arguments, { calls }),
    parameters,
    ...returned,
    expected: expected.status === 'returned' ? expected.values[0] : undefined,
    companions: [],
    companionCalls: [],
    scale,
  };
}

/** Further inputs that a law requires: the same for every submission of a class. */
const companionsOf = memoize(({ arguments: names }: Exercise) =>
  memoize((check: PropertyCheck) =>
    memoize((one: Case): readonly PlannedEvaluation[] =>
      check.law
        .companions(inputsOf(names, one), check.parameters, seededRandom(hashOf(one.id)))
        .map((inputs, index) => ({
          id: `${one.id}/${check.id}/${index}`,
          evaluation: {
            kind: 'calls',
            calls: [names.map((name) => inputs[name])],
            apply: one.apply,
            maxCost: maxCostOf(one),
          },
        })),
    ),
  ),
);

function inputsOf(names: readonly string[], one: Pick<Case, 'calls'>): ValueRecord {
  return Object.fromEntries(names.map((name, index) => [name, one.calls[0]?.[index]]));
}
