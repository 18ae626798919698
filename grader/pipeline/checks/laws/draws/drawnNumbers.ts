import { z } from 'zod';
import { isArrayValue, TensorValue, valueAt, type Value, type ValueRecord } from '../../../../execution/values';
import type { CommonFinding, LawContext, Violation } from '../../../types';
import { structureOfTensor } from '../../compareValues';
import { describeValue } from '../../describeValue';
import { named, theResult } from '../places';

/** Parameters of every law about random numbers. */
export const drawParameters = {
  /** The tensor or list, if it is a field of the result. */
  field: z.string().optional(),
  /** The argument that seeds the numbers. */
  seed: z.string(),
  /** The number of further seeds. */
  draws: z.int().min(1).max(200),
};

/** The probability with which such a law may reject one case of a correct answer. */
export const falseAlarms = 1e-9;

/**
 * The same inputs with other seeds: unpredictable whole numbers, all different. A seed of 0 also gets 1, to detect
 * `seed || 1`.
 */
export function withOtherSeeds(
  inputs: ValueRecord,
  { seed, draws }: { readonly seed: string; readonly draws: number },
  random: () => number,
): readonly ValueRecord[] {
  const own = inputs[seed];
  const seeds = new Set<Value>(own === 0 && draws > 0 ? [own, 1] : [own]);
  while (seeds.size <= draws) seeds.add(1 + Math.floor(random() * 1_000_000));
  return [...seeds].slice(1).map((other) => ({ ...inputs, [seed]: other }));
}

/** The numbers of the case and of each companion, or why they can't be examined. */
export function drawnNumbers(
  { result, companions, expected }: Pick<LawContext, 'result' | 'companions' | 'expected'>,
  field: string | undefined,
): readonly Float64Array[] | Violation {
  const path = field === undefined ? [] : [field];
  const where = field === undefined ? theResult : named(field);
  const numbers: Float64Array[] = [];
  for (const one of [result, ...companions]) {
    const got = valueAt(one, path);
    const values = numbersIn(got);
    const because = structureOf(valueAt(expected, path), got, field ?? '');
    // Numbers of a different shape than the reference's are not an answer, and no numbers prove nothing.
    if (values === undefined || values.length === 0 || because !== undefined)
      return { where, expected: NaN, got: NaN, ...(because && { because }) };
    numbers.push(values);
  }
  return numbers;
}

function structureOf(expected: Value, got: Value, path: string): CommonFinding | undefined {
  if (expected instanceof TensorValue) return structureOfTensor(expected, got, path);
  if (!isArrayValue(expected)) return undefined;
  if (!isArrayValue(got))
    return { id: 'wrong-kind', path, expected: `an array of ${expected.length}`, got: describeValue(got) };
  return got.length === expected.length
    ? undefined
    : { id: 'wrong-length', path, expected: expected.length, got: got.length };
}

function numbersIn(value: Value): Float64Array | undefined {
  if (value instanceof TensorValue) return value.values;
  const list = isArrayValue(value) ? value : [value];
  return list.every((one) => typeof one === 'number') ? Float64Array.from(list) : undefined;
}

/** Whether the numbers can't be examined. */
export function isViolation(numbers: readonly Float64Array[] | Violation): numbers is Violation {
  return !Array.isArray(numbers);
}
