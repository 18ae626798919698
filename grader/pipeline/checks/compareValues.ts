import type { Comparison, CommonFinding } from '../types';
import {
  indexOf,
  isArrayValue,
  isRecordValue,
  TensorValue,
  Unsendable,
  type DataType,
  type Value,
} from '../../execution/values';
import { compareAbsolute, compareNumbers, compareRelative, type Difference } from './compareNumbers';
import { describeValue } from './describeValue';
import { tolerances } from './tolerances';

export interface ValueComparison {
  /** The first problem, in the order structure, shape, dtype, finite, values. */
  readonly finding: CommonFinding | undefined;
  /** Undefined if no numbers were compared. */
  readonly relativeError: number | undefined;
}

export interface ComparisonContext {
  readonly comparison: Comparison;
  readonly scale: number | undefined;
  /** Index of the compared call, in a case with several. */
  readonly step: number | undefined;
}

/** Compares a result with the expected one, which determines what is checked. */
export function compareValues(expected: Value, got: Value, path: string, context: ComparisonContext): ValueComparison {
  if (expected instanceof TensorValue) return compareTensors(expected, got, path, context);
  if (typeof expected === 'number') return compareNumber(expected, got, path, context);
  if (isArrayValue(expected)) {
    if (!isArrayValue(got))
      return only({ id: 'wrong-kind', path, expected: `an array of ${expected.length}`, got: describeValue(got) });
    if (got.length !== expected.length)
      return only({ id: 'wrong-length', path, expected: expected.length, got: got.length });
    return firstFinding(
      expected.map((item, index) => () => compareValues(item, got[index], `${path}[${index}]`, context)),
    );
  }
  if (isRecordValue(expected)) {
    const fields = Object.keys(expected);
    if (!isRecordValue(got)) return only({ id: 'not-a-record', expectedFields: fields, got: describeValue(got) });
    const missing = fields.find((field) => !Object.hasOwn(got, field));
    if (missing !== undefined)
      return only({ id: 'missing-field', path: joinPath(path, missing), fields: Object.keys(got) });
    return firstFinding(
      fields
        .filter((field) => !areSameKind(expected[field], got[field]))
        .map((field) => () => compareValues(expected[field], got[field], joinPath(path, field), context)),
    );
  }
  if (Object.is(expected, got)) return { finding: undefined, relativeError: undefined };
  return only({ id: 'wrong-kind', path, expected: describeValue(expected), got: describeValue(got) });
}

/** Fields that are not data, such as a method or null, which a class may have besides those that are asked for. */
function areSameKind(expected: Value, got: Value): boolean {
  return expected instanceof Unsendable && got instanceof Unsendable && expected.description === got.description;
}

function compareTensors(expected: TensorValue, got: Value, path: string, context: ComparisonContext): ValueComparison {
  const finding = structureOfTensor(expected, got, path);
  if (finding !== undefined || !(got instanceof TensorValue))
    return finding?.id === 'wrong-dtype'
      ? only({ ...finding, valuesDiffer: valuesDiffer(expected, got, context) })
      : only(finding ?? { id: 'not-a-tensor', path, got: describeValue(got) });
  const compared = compareElements(expected.values, got.values, expected.shape, path, context);
  // Correct whole numbers could be int32; if fractions were expected, the dtype rounded them.
  if (compared.finding === undefined || got.dtype !== 'int32' || expected.values.every(Number.isInteger))
    return compared;
  return only({ id: 'wrong-dtype', path, expected: expected.dtype, got: got.dtype, valuesDiffer: true });
}

/** Whether the values would be wrong even with the expected dtype. */
function valuesDiffer(expected: TensorValue, got: Value, { comparison, scale }: ComparisonContext): boolean {
  if (!(got instanceof TensorValue) || got.values.length !== expected.values.length) return true;
  return !differenceBy(comparison, expected.values, got.values, scale).equal;
}

/** What is wrong with a tensor before its numbers are compared: kind, shape, dtype, finite. */
export function structureOfTensor(expected: TensorValue, got: Value, path: string): CommonFinding | undefined {
  if (!(got instanceof TensorValue)) return { id: 'not-a-tensor', path, got: describeValue(got) };
  if (got.values.length === 0 && expected.values.length > 0 && got.dtype !== 'string')
    return { id: 'empty', path, expected: expected.shape, got: got.shape };
  if (!sameShape(expected.shape, got.shape))
    return { id: 'wrong-shape', path, expected: expected.shape, got: got.shape };
  if (!dtypeFits(expected.dtype, got))
    return { id: 'wrong-dtype', path, expected: expected.dtype, got: got.dtype, valuesDiffer: true };
  return notFinite(got.values, got.shape, path);
}

function compareNumber(expected: number, got: Value, path: string, context: ComparisonContext): ValueComparison {
  if (typeof got !== 'number') return only({ id: 'not-a-number', path, got: describeValue(got) });
  // A reference that is NaN or infinite by convention (all candidates NaN) is matched by the same value.
  if (!Number.isFinite(expected) && Object.is(expected, got)) return { finding: undefined, relativeError: undefined };
  const values = Float64Array.of(got);
  // If no finite number is expected, being non-finite is not the problem.
  const finding = Number.isFinite(expected) ? notFinite(values, [], path) : undefined;
  if (finding !== undefined) return only(finding);
  return compareElements(Float64Array.of(expected), values, [], path, context);
}

function compareElements(
  expected: Float64Array,
  got: Float64Array,
  shape: readonly number[],
  path: string,
  context: ComparisonContext,
): ValueComparison {
  const { comparison, scale, step } = context;
  const difference = differenceBy(comparison, expected, got, scale);
  if (difference.equal) return { finding: undefined, relativeError: difference.relativeError };
  const threshold = thresholdOf(comparison);
  const [wanted, found] = [expected[difference.worst] ?? NaN, got[difference.worst] ?? NaN];
  // A few wrong elements hardly affect the norm of many: then report the worst element's own error.
  const own = Math.abs(wanted - found) / (Math.abs(wanted) + Math.abs(found));
  const relativeError = difference.relativeError < threshold ? own : difference.relativeError;
  const finding: CommonFinding = {
    id: 'values-differ',
    path,
    expected: wanted,
    got: found,
    index: indexOf(difference.worst, shape),
    count: difference.count,
    total: expected.length,
    relativeError,
    threshold,
    step,
  };
  return { finding, relativeError };
}

function differenceBy(
  comparison: Comparison,
  expected: Float64Array,
  got: Float64Array,
  scale: number | undefined,
): Difference {
  if (comparison.rule === 'relative') return compareRelative(expected, got, comparison.bound);
  if (comparison.rule === 'absolute') return compareAbsolute(expected, got, comparison.bound, scale);
  return compareNumbers(expected, got, scale);
}

/** The reported threshold. */
export function thresholdOf(comparison: Comparison): number {
  return 'bound' in comparison ? comparison.bound : tolerances.relative;
}

function notFinite(values: Float64Array, shape: readonly number[], path: string): CommonFinding | undefined {
  const first = values.findIndex((value) => !Number.isFinite(value));
  if (first === -1) return undefined;
  const count = values.reduce((sum, value) => sum + (Number.isFinite(value) ? 0 : 1), 0);
  return {
    id: 'not-finite',
    path,
    got: values[first] ?? NaN,
    index: indexOf(first, shape),
    count,
    total: values.length,
  };
}

// Whole numbers pass as int32 and as float32; no other dtypes are interchangeable. Non-finite values are reported next.
function dtypeFits(expected: DataType, got: TensorValue): boolean {
  if (expected === got.dtype) return true;
  return (
    isNumeric(expected) &&
    isNumeric(got.dtype) &&
    got.values.every((value) => Number.isInteger(value) || !Number.isFinite(value))
  );
}

function isNumeric(dtype: DataType): boolean {
  return dtype === 'int32' || dtype === 'float32';
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

export function joinPath(path: string, field: string): string {
  return path === '' ? field : `${path}.${field}`;
}

function firstFinding(comparisons: readonly (() => ValueComparison)[]): ValueComparison {
  let worst: number | undefined;
  for (const compare of comparisons) {
    const { finding, relativeError } = compare();
    if (relativeError !== undefined) worst = Math.max(worst ?? 0, relativeError);
    if (finding !== undefined) return { finding, relativeError: worst };
  }
  return { finding: undefined, relativeError: worst };
}

function only(finding: CommonFinding): ValueComparison {
  return { finding, relativeError: undefined };
}
