import type { Exercise, Hints, KnownMistake, Outcome, Outcomes, RecognisedMistake } from '../types';
import { isArrayValue, isRecordValue, TensorValue, type Value } from '../../execution/values';
import { partOf } from './checkKind';
import { tellingCases, withoutConstants } from './recogniseMistake';
import { tolerances } from './tolerances';

/**
 * Two known mistakes at once, where together they explain what was returned on every public case.
 *
 * Note [Pairs]: two slips in different terms add up, s = a + b − r, and two factors multiply, s = a·b/r, where r is the
 * reference's number and a and b are the mistakes'. One rule must hold for a whole field on all cases. If several pairs
 * explain it, the one whose mistakes are about different fields is meant; if it is not the only one, none is named.
 */
export function pairedMistakes(exercise: Exercise, outcomes: Outcomes): RecognisedMistake | undefined {
  const shown = partOf.public(exercise);
  const cases = tellingCases(shown);
  const read = (of: (id: string) => Outcome | undefined): Numbers | undefined =>
    numbersOf(cases.map(({ id }) => withoutConstants(exercise, of(id))));
  const [right, got] = [readExpected(exercise, cases), read((id) => outcomes.get(id))];
  if (right === undefined || !allFinite(right) || got === undefined || !sameForm(right, got)) return undefined;
  const scales = cases.map(({ scale }) => scale ?? 0);
  const known = exercise.mistakes.flatMap((mistake): Known[] => {
    if (mistake.fails !== undefined || mistake.carriedFrom !== undefined) return [];
    const numbers = read((id) => mistake.outcomes.get(id));
    return numbers === undefined || !sameForm(right, numbers) ? [] : [{ mistake, numbers }];
  });
  const pairs = known.flatMap((first, index) =>
    known.slice(index + 1).flatMap((second): Pair[] => {
      const isApart = explains({ right, got, first: first.numbers, second: second.numbers, scales });
      return isApart === undefined ? [] : [{ first: first.mistake, second: second.mistake, isApart }];
    }),
  );
  const apart = pairs.filter(({ isApart }) => isApart);
  const [pair, ...others] = apart.length > 0 ? apart : pairs;
  return pair === undefined || others.length > 0 ? undefined : together(pair);
}

interface Known {
  readonly mistake: KnownMistake;
  readonly numbers: Numbers;
}

interface Pair {
  readonly first: KnownMistake;
  readonly second: KnownMistake;
  /** No field is wrong in both. */
  readonly isApart: boolean;
}

/** By field, the numbers of each case in their order; of a result that is no record the field is empty. */
type Numbers = ReadonlyMap<string, readonly (readonly number[])[]>;

interface Explanation {
  readonly right: Numbers;
  readonly got: Numbers;
  readonly first: Numbers;
  readonly second: Numbers;
  readonly scales: readonly number[];
}

/** @returns whether no field is wrong in both; undefined where the pair explains nothing */
function explains({ right, got, first, second, scales }: Explanation): boolean | undefined {
  let isApart = true;
  for (const [field, wanted] of right) {
    const of = (numbers: Numbers): readonly (readonly number[])[] => numbers.get(field) ?? [];
    const holds = (rule: (r: number, a: number, b: number) => number): boolean =>
      wanted.every((ofCase, one) =>
        ofCase.every((r, index) => {
          const [a = NaN, b = NaN] = [of(first)[one]?.[index], of(second)[one]?.[index]];
          const g = of(got)[one]?.[index] ?? NaN;
          // What one of them makes infinite or NaN, the other does not make finite again.
          if (!Number.isFinite(g)) return Object.is(a, g) || Object.is(b, g);
          return isEqual(rule(r, a, b), g, scales[one] ?? 0);
        }),
      );
    if (!holds((r, a, b) => a + b - r) && !holds((r, a, b) => (r === 0 ? a + b : (a * b) / r))) return undefined;
    const differs = (numbers: Numbers): boolean =>
      wanted.some((ofCase, one) =>
        ofCase.some((r, index) => !isEqual(r, of(numbers)[one]?.[index] ?? NaN, scales[one] ?? 0)),
      );
    if (differs(first) && differs(second)) isApart = false;
  }
  return isApart;
}

function isEqual(a: number, b: number, scale: number): boolean {
  return Math.abs(a - b) <= tolerances.mistakeEqual * (Math.abs(a) + Math.abs(b)) + tolerances.absolute * scale;
}

function readExpected(exercise: Exercise, cases: Exercise['cases']): Numbers | undefined {
  return numbersOf(cases.map(({ expected }) => withoutConstants(exercise, expected)));
}

/** Undefined where something threw, or what came back is not made of numbers alone. */
function numbersOf(outcomes: readonly (Outcome | undefined)[]): Numbers | undefined {
  const fields = new Map<string, number[][]>();
  for (const [one, outcome] of outcomes.entries()) {
    if (outcome?.status !== 'returned') return undefined;
    for (const value of outcome.values) {
      const isRecord = typeof value === 'object' && isRecordValue(value);
      for (const [field, item] of isRecord ? Object.entries(value) : [['', value] as const]) {
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
  if (typeof value !== 'object' || !(isArrayValue(value) || isRecordValue(value))) return undefined;
  const parts = Object.values(value).map(flatten);
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

function allFinite(numbers: Numbers): boolean {
  return [...numbers.values()].flat(2).every(Number.isFinite);
}

function sameForm(a: Numbers, b: Numbers): boolean {
  return [...a].every(([field, cases]) =>
    cases.every((numbers, one) => numbers.length === (b.get(field)?.[one]?.length ?? -1)),
  );
}

/** Hints are of the first alone: once that is repaired, the other is recognised, and has hints of its own. */
function together({ first, second }: Pair): RecognisedMistake {
  const of = ([look, idea, name]: Hints, lead: string): Hints => [`${lead}${look}`, `${lead}${idea}`, `${lead}${name}`];
  const zh = first.translations?.zh;
  return {
    id: `${first.id} + ${second.id}`,
    hints: of(first.hints, 'Two mistakes at once. The first: '),
    translations: zh && { zh: of(zh, '这里有两个错误，先看第一个：') },
    carriedFrom: undefined,
  };
}
