import type { DrawnExercises } from '../../../pipeline/course';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../../execution/values';

/** This many consecutive random numbers are not a coincidence. */
const run = 3;
/** Fewer digits would match numbers by chance. */
const digits = 6;

/** Runs of hidden random numbers, by key, with their case. */
export type HiddenNumbers = ReadonlyMap<string, string>;

/**
 * The hidden cases' random numbers.
 *
 * @param drawn - the assignment's cases with the hidden seed
 * @param again - with another seed: numbers that agree in both are not random
 */
export function hiddenNumbers(drawn: DrawnExercises, again: DrawnExercises): HiddenNumbers {
  const constant = new Set(runsOf(again).keys());
  return new Map([...runsOf(drawn)].filter(([key]) => !constant.has(key)));
}

function runsOf({ id, exercises }: DrawnExercises): Map<string, string> {
  const found = new Map<string, string>();
  for (const { name, cases } of exercises) {
    for (const one of cases.filter(({ visibility }) => visibility === 'hidden')) {
      for (const numbers of [...one.calls, ...(one.apply ?? [])].flat().flatMap(numbersIn)) {
        for (const key of keysOf(numbers)) found.set(key, `${id} ${name} ${one.id}`);
      }
    }
  }
  return found;
}

/** Lists of numbers, flattened. */
function numbersIn(value: Value): readonly (readonly number[])[] {
  if (value instanceof TensorValue) return [[...value.values]];
  if (isArrayValue(value)) {
    const own = value.filter((item) => typeof item === 'number');
    return [own, ...value.flatMap(numbersIn)];
  }
  return isRecordValue(value) ? Object.values(value).flatMap(numbersIn) : [];
}

/** The first hidden run in a text. */
export function findHiddenNumbers(
  text: string,
  hidden: HiddenNumbers,
): { readonly from: string; readonly words: string } | undefined {
  const words = text.match(/-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g) ?? [];
  const numbers = words.map(Number);
  for (const [index, key] of [...keysAt(numbers)]) {
    const from = hidden.get(key);
    if (from !== undefined) return { from, words: words.slice(index, index + run).join(' ') };
  }
  return undefined;
}

function keysOf(numbers: readonly number[]): readonly string[] {
  return [...keysAt(numbers)].map(([, key]) => key);
}

/** A few round values, such as 0.6 and 0.8, occur anywhere by chance. */
function isFine(number: number): boolean {
  return Number(number.toPrecision(3)) !== number;
}

function* keysAt(numbers: readonly number[]): Generator<readonly [index: number, key: string]> {
  for (let start = 0; start + run <= numbers.length; start += 1) {
    const part = numbers.slice(start, start + run);
    // Labels, zeros and sizes are not random enough.
    if (part.every((number) => !Number.isInteger(number)) && part.some(isFine))
      yield [start, part.map((number) => number.toPrecision(digits)).join(' ')];
  }
}
