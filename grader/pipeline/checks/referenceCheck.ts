import type { Case, CheckResult, Comparison, Finding, Labelled, Outcome, ReferenceCheck, WrongAnswer } from '../types';
import { isArrayValue, valueAt, type Value } from '../../execution/values';
import { casesOf, failed, noFurtherEvaluations, passed, skipped, type CheckKindModule } from './checkKind';
import { compareValues, thresholdOf, type ValueComparison } from './compareValues';
import { describeValue } from './describeValue';
import { difference } from './difference';
import { returnedValues } from './returnedValues';

/** The result, or one field of it, equals the reference's on every case. */
export const referenceCheck: CheckKindModule<ReferenceCheck> = {
  plan: noFurtherEvaluations,

  judge(check, exercise, outcomes): CheckResult {
    const threshold = thresholdOf(check.comparison);
    const cases = casesOf(check, exercise);
    if (cases.length === 0) return skipped(check, 'no-cases');
    let worst: number | undefined;
    const failures: Failure[] = [];
    const rightWhere: Labelled[] = [];
    const wrongAnswers: WrongAnswer[] = [];
    for (const one of cases) {
      const outcome = outcomes.get(one.id);
      const { finding, relativeError } = compareCase(check, one, outcome);
      if (relativeError !== undefined) worst = Math.max(worst ?? 0, relativeError);
      const { label, translations } = one;
      if (finding === undefined && label !== undefined && one.visibility === 'public')
        rightWhere.push({ label, translations });
      // Values of hidden cases are never shown.
      if (finding !== undefined && outcome?.status === 'returned' && one.visibility === 'public')
        wrongAnswers.push({ case: one, returned: outcome.values, finding });
      if (finding !== undefined) failures.push({ one, finding, relativeError });
    }
    const shown = clearest(failures);
    if (shown !== undefined) {
      const { one, finding, relativeError } = shown;
      const isClearest = shown !== failures[0];
      return { ...failed(check, finding, one, { relativeError, threshold }), isClearest, rightWhere, wrongAnswers };
    }
    return passed(check, { relativeError: worst, threshold });
  },
};

interface Failure {
  readonly one: Case;
  readonly finding: Finding;
  readonly relativeError: number | undefined;
}

/**
 * The failure to show: the smallest, unless its error could be rounding and a larger case shows that it is not. Hidden
 * cases are shown only if no public one fails.
 */
function clearest(failures: readonly Failure[]): Failure | undefined {
  const [first] = failures;
  if (first === undefined || isClear(first)) return first;
  const { visibility } = first.one;
  return failures.find((other) => other.one.visibility === visibility && isClear(other)) ?? first;
}

/** Whether the finding is too large to be mistaken for rounding. */
export function isClear({ finding }: { readonly finding?: Finding }): boolean {
  return finding?.id !== 'values-differ' || finding.relativeError >= clearError;
}

/** Errors from here on can't be mistaken for rounding. */
const clearError = 1e-4;

/** Compares the outcome of one case with the reference's; cached across checks and rounds. */
export function compareCase(check: ReferenceCheck, one: Case, outcome: Outcome | undefined): ValueComparison {
  if (outcome === undefined) return compareOutcome(check, one, outcome);
  const ofOutcome = comparisons.get(outcome) ?? new Map<ReferenceCheck, Compared>();
  comparisons.set(outcome, ofOutcome);
  const known = ofOutcome.get(check);
  if (known?.one === one) return known.comparison;
  const comparison = compareOutcome(check, one, outcome);
  ofOutcome.set(check, { one, comparison });
  return comparison;
}

interface Compared {
  readonly one: Case;
  readonly comparison: ValueComparison;
}

const comparisons = new WeakMap<Outcome, Map<ReferenceCheck, Compared>>();

function compareOutcome(check: ReferenceCheck, one: Case, outcome: Outcome | undefined): ValueComparison {
  const returned = returnedValues(outcome);
  if (returned.values === undefined) return { finding: returned.finding, relativeError: undefined };
  const expected = expectedFields(one.expected, check.field, check.comparison);
  const path = check.field ?? '';
  let worst: number | undefined;
  // Iterates over the expected results, independent of how many the submission's process sent.
  for (const [call, wanted] of expected.entries()) {
    const value = returned.values[call];
    const structure = missingField(check.field, value);
    if (structure !== undefined) return structure;
    const got = valueAt(value, check.field === undefined ? [] : [check.field]);
    if (one.apply !== undefined && !isArrayValue(got)) return notAFunction(path, got);
    const step = one.calls.length > 1 ? call : undefined;
    const context = { comparison: check.comparison, scale: one.scale, step };
    const comparison =
      check.comparison.rule === 'upToConstant'
        ? compareUpToConstant(returned.values, expected, call, check.field, path, context)
        : compareValues(wanted, got, path, context);
    if (comparison.relativeError !== undefined) worst = Math.max(worst ?? 0, comparison.relativeError);
    if (comparison.finding !== undefined) return comparison;
  }
  return { finding: undefined, relativeError: worst };
}

// Results of a returned function replace it as an array; any other value was returned instead of a function.
function notAFunction(path: string, got: Value): ValueComparison {
  return {
    finding: { id: 'wrong-kind', path, expected: 'a function', got: describeValue(got) },
    relativeError: undefined,
  };
}

function missingField(field: string | undefined, value: Value): ValueComparison | undefined {
  if (field === undefined) return undefined;
  const probe = compareValues({ [field]: undefined }, value, '', {
    comparison: { rule: 'standard' },
    scale: 1,
    step: undefined,
  });
  const structural = probe.finding?.id === 'not-a-record' || probe.finding?.id === 'missing-field';
  return structural ? probe : undefined;
}

function expectedFields(outcome: Outcome, field: string | undefined, comparison: Comparison): readonly Value[] {
  if (outcome.status !== 'returned') throw new Error(`the reference did not return: ${outcome.status}`);
  if (comparison.rule === 'upToConstant' && outcome.values.length < 2) {
    throw new Error('a comparison up to a constant needs cases of at least two calls');
  }
  return outcome.values.map((value) => valueAt(value, field === undefined ? [] : [field]));
}

// A constant shared by all calls of a case cancels in the difference to the first call.
function compareUpToConstant(
  values: readonly Value[],
  expected: readonly Value[],
  call: number,
  field: string | undefined,
  path: string,
  context: Parameters<typeof compareValues>[3],
): ValueComparison {
  const at = (index: number): Value => valueAt(values[index], field === undefined ? [] : [field]);
  const structure = compareValues(expected[call], at(call), path, { ...context, scale: Number.MAX_VALUE });
  if (structure.finding !== undefined && structure.finding.id !== 'values-differ') return structure;
  return compareValues(difference(expected[call], expected[0]), difference(at(call), at(0)), path, context);
}
