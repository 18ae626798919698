import type { Case, Check, CheckResult, Evaluation, Exercise, Finding, Outcomes } from '../types';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';

/** An evaluation to ask for, under the id that its outcome will have. */
export interface PlannedEvaluation {
  readonly id: string;
  readonly evaluation: Evaluation;
}

/** A kind of check: what it needs to have run, and what it makes of the outcomes. */
export interface CheckKindModule<C extends Check> {
  readonly plan: (check: C, exercise: Exercise) => readonly PlannedEvaluation[];
  readonly judge: (check: C, exercise: Exercise, outcomes: Outcomes) => CheckResult;
}

/** The cases that a check runs on, public ones first, then the smaller ones: the first failure is the one to show. */
export function casesOf(check: Check, exercise: Exercise): readonly Case[] {
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
export function plainEvaluation({ id, calls, apply }: Case): PlannedEvaluation {
  return { id, evaluation: { kind: 'calls', calls, apply } };
}

export function passed(check: Check, details: Partial<CheckResult> = {}): CheckResult {
  return {
    check,
    status: 'passed',
    failingCase: undefined,
    relativeError: undefined,
    threshold: undefined,
    verdict: undefined,
    finding: undefined,
    ...details,
  };
}

export function failed(check: Check, finding: Finding, failingCase: Case | undefined, details: Partial<CheckResult> = {}): CheckResult {
  return { check, status: 'failed', failingCase, relativeError: undefined, threshold: undefined, verdict: undefined, finding, ...details };
}

export function skipped(check: Check, reason: Extract<Finding, { id: 'skipped' }>['reason']): CheckResult {
  const finding: Finding = { id: 'skipped', reason };
  return { check, status: 'skipped', failingCase: undefined, relativeError: undefined, threshold: undefined, verdict: undefined, finding };
}
