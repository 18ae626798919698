import { isArrayValue, isRecordValue, TensorValue, type Value } from '../execution/values';
import type { Outcome } from './types';

/** One answer of a neighbour, and what its reference answers to the same arguments. */
export interface Answered {
  readonly got: Outcome;
  readonly right: Outcome;
}

/** A range that is a smaller share of the right one counts as none. */
const smallestShare = 1e-6;

/**
 * Whether a neighbour's answers only stand in for real ones: most are errors or not finite, or some field is constant
 * that varies where it is right.
 *
 * Note [Placeholders]: an exercise that is built on constants or NaN returns much the same whatever it computes with
 * them. That it matches the reference built on them proves nothing, so it keeps no points for it.
 */
export function isPlaceholder(answers: readonly Answered[]): boolean {
  const useful = answers.filter(({ got, right }) => isFinite(got) || !isFinite(right));
  if (2 * useful.length < answers.length) return true;
  const [got, right] = [fieldsOf(useful.map((one) => one.got)), fieldsOf(useful.map((one) => one.right))];
  return [...right].some(([field, numbers]) => {
    const range = rangeOf(numbers);
    return range > 0 && !(rangeOf(got.get(field) ?? []) > smallestShare * range);
  });
}

function isFinite(outcome: Outcome): boolean {
  if (outcome.status !== 'returned') return false;
  const fields = new Map<string, number[]>();
  for (const value of outcome.values) collect(value, '', fields);
  return [...fields.values()].every((numbers) => numbers.every(Number.isFinite));
}

/** By field, the numbers of each outcome. */
function fieldsOf(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly (readonly number[])[]> {
  const all = new Map<string, (readonly number[])[]>();
  for (const outcome of outcomes) {
    const fields = new Map<string, number[]>();
    if (outcome.status === 'returned') for (const value of outcome.values) collect(value, '', fields);
    for (const [field, numbers] of fields) all.set(field, [...(all.get(field) ?? []), numbers]);
  }
  return all;
}

function collect(value: Value, field: string, fields: Map<string, number[]>): void {
  const numbers = value instanceof TensorValue ? value.values : typeof value === 'number' ? [value] : undefined;
  if (numbers !== undefined) fields.set(field, [...(fields.get(field) ?? []), ...numbers]);
  else if (typeof value !== 'object') return;
  else if (isArrayValue(value)) for (const item of value) collect(item, field, fields);
  else if (isRecordValue(value))
    for (const [name, item] of Object.entries(value)) collect(item, `${field}.${name}`, fields);
}

/** The widest range within one outcome; across outcomes where each has a single number. */
function rangeOf(outcomes: readonly (readonly number[])[]): number {
  const isSingle = outcomes.every(({ length }) => length <= 1);
  return Math.max(0, ...(isSingle ? [outcomes.flat()] : outcomes).map(spread));
}

function spread(numbers: readonly number[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const number of numbers) {
    if (!Number.isFinite(number)) continue;
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  return high - low;
}
