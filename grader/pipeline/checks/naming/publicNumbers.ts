import type { Case, Exercise, Outcome } from '../../types';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../../execution/values';
import { partOf } from '../checkKind';
import { diagnosticCases, withoutConstants } from './recogniseMistake';
import { tolerances } from '../tolerances';

/** By field, the numbers of each case in order; the field is empty if the result is not a record. */
export type Numbers = ReadonlyMap<string, readonly (readonly number[])[]>;

/**
 * The numbers of the public cases that mistakes are recognised by. Names shown to students must depend only on these.
 */
export interface PublicNumbers {
  readonly cases: readonly Case[];
  /** Undefined if something threw or the result contains anything but numbers. */
  readonly read: (outcomeOf: (one: Case) => Outcome | undefined) => Numbers | undefined;
}

export function publicNumbers(exercise: Exercise): PublicNumbers {
  const cases = diagnosticCases(partOf.public(exercise));
  return { cases, read: (outcomeOf) => numbersOf(cases.map((one) => withoutConstants(exercise, outcomeOf(one)))) };
}

/** All numbers of a value, whatever else it contains. */
export function numbersIn(value: Value): readonly number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof TensorValue) return [...value.values];
  if (!(isArrayValue(value) || isRecordValue(value))) return [];
  return Object.values(value).flatMap(numbersIn);
}

function numbersOf(outcomes: readonly (Outcome | undefined)[]): Numbers | undefined {
  const fields = new Map<string, number[][]>();
  for (const [one, outcome] of outcomes.entries()) {
    if (outcome?.status !== 'returned') return undefined;
    for (const value of outcome.values) {
      for (const [field, item] of isRecordValue(value) ? Object.entries(value) : [['', value] as const]) {
        const numbers = flatten(item);
        if (numbers === undefined) return undefined;
        const ofField = fields.get(field) ?? [];
        fields.set(field, ofField);
        ofField[one] = [...(ofField[one] ?? []), ...numbers];
      }
    }
  }
  return fields;
}

function flatten(value: Value): readonly number[] | undefined {
  if (value instanceof TensorValue) return [...value.values];
  if (typeof value === 'number') return [value];
  if (!(isArrayValue(value) || isRecordValue(value))) return undefined;
  const parts = Object.values(value).map(flatten);
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

/** Whether two numbers count as those of the same mistake. */
export function isEqual(a: number, b: number, scale: number): boolean {
  if (!Number.isFinite(a) || !Number.isFinite(b)) return Object.is(a, b);
  return Math.abs(a - b) <= tolerances.mistakeEqual * (Math.abs(a) + Math.abs(b)) + tolerances.absolute * scale;
}

export function allFinite(numbers: Numbers): boolean {
  return [...numbers.values()].flat(2).every(Number.isFinite);
}

export function sameForm(a: Numbers, b: Numbers): boolean {
  return [...a].every(([field, cases]) =>
    cases.every((numbers, one) => numbers.length === (b.get(field)?.[one]?.length ?? -1)),
  );
}
