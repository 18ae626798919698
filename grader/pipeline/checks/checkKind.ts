import type { Case, Check, CheckResult, Evaluation, Exercise, Finding, Outcomes, Visibility } from '../types';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';
import { maxCostOf } from './maxCostOf';

/** An evaluation to request, and the id of its outcome. */
export interface PlannedEvaluation {
  readonly id: string;
  readonly evaluation: Evaluation;
}

/** What a kind of check evaluates, and how it judges the outcomes; see `defineCheck`. */
export interface CheckKindModule<C extends Check> {
  readonly plan: (check: C, exercise: Exercise, outcomes: Outcomes) => readonly PlannedEvaluation[];
  readonly judge: (check: C, exercise: Exercise, outcomes: Outcomes) => CheckResult;
}

/** The cases of a check, public before hidden, small before large: the first failure is the one to show. */
export function casesOf(check: Check, exercise: Exercise): readonly Case[] {
  return casesByCheck(exercise)(check);
}

const casesByCheck = memoize((exercise: Exercise) => memoize((check: Check) => sortedCases(check, exercise)));

function sortedCases(check: Check, exercise: Exercise): readonly Case[] {
  return exercise.cases
    .filter(({ id }) => check.cases.includes(id))
    .map((one) => ({ one, rank: rank(one) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

function rank({ visibility, calls }: Case): number {
  const numbers = calls.reduce((sum, inputs) => sum + countNumbers(inputs), 0);
  return numbers + calls.length + (visibility === 'public' ? 0 : 1e9);
}

function countNumbers(value: Value): number {
  if (value instanceof TensorValue) return value.values.length;
  if (isArrayValue(value)) return value.reduce<number>((sum, item) => sum + countNumbers(item), 0);
  return isRecordValue(value) ? countNumbers(Object.values(value)) : 1;
}

/** The plain evaluation of a case, which most checks share. */
export const plainEvaluation = memoize((one: Case): PlannedEvaluation => {
  const { id, calls, apply } = one;
  return { id, evaluation: { kind: 'calls', calls, apply, maxCost: maxCostOf(one) } };
});

/** For checks that need only the plain evaluations. */
export const noFurtherEvaluations = (): readonly PlannedEvaluation[] => [];

/** An exercise with only its public, or only its hidden, cases. */
export const partOf: Readonly<Record<Visibility, (exercise: Exercise) => Exercise>> = {
  public: memoize((exercise) => withCases(exercise, 'public')),
  hidden: memoize((exercise) => withCases(exercise, 'hidden')),
};

function withCases(exercise: Exercise, asked: Visibility): Exercise {
  return { ...exercise, cases: exercise.cases.filter(({ visibility }) => visibility === asked) };
}

/** Memoizes by object identity: the results are the same for every submission of a class. */
export function memoize<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

const nothingFound = {
  failingCase: undefined,
  relativeError: undefined,
  threshold: undefined,
  verdict: undefined,
  finding: undefined,
} as const;

export function passed(check: Check, details: Partial<CheckResult> = {}): CheckResult {
  return { check, status: 'passed', ...nothingFound, ...details };
}

export function failed(
  check: Check,
  finding: Finding,
  failingCase: Case | undefined,
  details: Partial<CheckResult> = {},
): CheckResult {
  return { check, status: 'failed', ...nothingFound, failingCase, finding, ...details };
}

export function skipped(check: Check, reason: Extract<Finding, { id: 'skipped' }>['reason']): CheckResult {
  return { check, status: 'skipped', ...nothingFound, finding: { id: 'skipped', reason } };
}
