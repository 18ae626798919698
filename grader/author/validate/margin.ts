import { structureOfTensor, difference, magnitude, norm, relativeError, tolerances } from '../../pipeline/checks';
import type {
  Case,
  Comparison,
  Exercise,
  KnownOutcomes,
  Outcome,
  Outcomes,
  ReferenceCheck,
} from '../../pipeline/types';
import { isArrayValue, isRecordValue, TensorValue, valueAt, type Value } from '../../execution/values';

/**
 * Distance of outcomes from the reference, in units of the bound: the factor on all tolerances with which the worst
 * reference check would just pass. At most 1 passes; Infinity if no tolerance helps.
 *
 * @param enough - stops at the first case with at least this distance
 */
export function marginOf({ checks, cases }: Exercise, outcomes: KnownOutcomes, enough = Infinity): number {
  const references = checks.filter((check) => check.kind === 'reference');
  let worst = 0;
  for (const one of cases) {
    for (const check of references) {
      const margin = check.cases.includes(one.id) ? marginOfCase(check, one, outcomes.get(one.id)) : 0;
      if (margin > worst) worst = margin;
    }
    if (worst >= enough) break;
  }
  return worst;
}

export interface Margin {
  readonly value: number;
  /** Id of the closest case. */
  readonly case: string;
}

/** The same for each reference check. */
export function marginsOf({ checks, cases }: Exercise, outcomes: Outcomes): ReadonlyMap<ReferenceCheck, Margin> {
  const margins = new Map<ReferenceCheck, Margin>();
  for (const check of checks) {
    if (check.kind !== 'reference') continue;
    let worst: Margin = { value: 0, case: '' };
    for (const one of cases) {
      if (!check.cases.includes(one.id)) continue;
      const value = marginOfCase(check, one, outcomes.get(one.id));
      if (value > worst.value) worst = { value, case: one.id };
    }
    margins.set(check, worst);
  }
  return margins;
}

/** The same for one check on one case. */
export function marginOfCase({ field, comparison }: ReferenceCheck, one: Case, outcome: Outcome | undefined): number {
  if (outcome?.status !== 'returned' || one.expected.status !== 'returned') return Infinity;
  const path = field === undefined ? [] : [field];
  const expected = one.expected.values.map((value) => valueAt(value, path));
  const got = outcome.values.map((value) => valueAt(value, path));
  const margins = expected.map((value, call) => {
    if (comparison.rule !== 'upToConstant') return distance(value, got[call], comparison, one.scale);
    if (distance(value, got[call], comparison, one.scale) === Infinity) return Infinity;
    return distance(difference(value, expected[0]), difference(got[call], got[0]), comparison, one.scale);
  });
  return Math.max(0, ...margins);
}

function distance(expected: Value, got: Value, comparison: Comparison, scale: number | undefined): number {
  if (expected instanceof TensorValue) {
    if (structureOfTensor(expected, got, '') !== undefined || !(got instanceof TensorValue)) return Infinity;
    return distanceOfNumbers(expected.values, got.values, comparison, scale);
  }
  if (typeof expected === 'number') {
    if (Object.is(expected, got)) return 0;
    if (typeof got !== 'number' || !Number.isFinite(got)) return Infinity;
    return distanceOfNumbers(Float64Array.of(expected), Float64Array.of(got), comparison, scale);
  }
  if (isArrayValue(expected)) {
    if (!isArrayValue(got) || got.length !== expected.length) return Infinity;
    return Math.max(0, ...expected.map((item, index) => distance(item, got[index], comparison, scale)));
  }
  if (isRecordValue(expected)) {
    if (!isRecordValue(got)) return Infinity;
    return Math.max(0, ...Object.entries(expected).map(([name, item]) => distance(item, got[name], comparison, scale)));
  }
  return Object.is(expected, got) ? 0 : Infinity;
}

// The rule of compareNumbers, solved for the tolerance.
function distanceOfNumbers(
  expected: Float64Array,
  got: Float64Array,
  comparison: Comparison,
  scale = magnitude(expected),
): number {
  const differences = expected.map((value, index) => Math.abs(value - (got[index] ?? NaN)));
  const largest = (allowed: (index: number) => number): number =>
    differences.reduce((most, value, index) => Math.max(most, ratio(value, allowed(index))), 0);
  const size = (index: number): number => Math.abs(expected[index] ?? 0);
  if (comparison.rule === 'relative') return largest((index) => comparison.bound * size(index));
  if (comparison.rule === 'absolute') return largest(() => comparison.bound * scale);
  const { relative, absolute } = tolerances;
  const byElement = largest((index) => relative * (size(index) + Math.abs(got[index] ?? 0)) + absolute * scale);
  const byNorm = ratio(norm(differences), absolute * scale);
  return Math.min(Math.max(byElement, ratio(relativeError(expected, got), relative)), byNorm);
}

function ratio(value: number, allowed: number): number {
  return value === 0 ? 0 : value / allowed;
}
