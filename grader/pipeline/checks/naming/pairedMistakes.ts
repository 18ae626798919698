import type { Exercise, Hints, KnownMistake, Outcomes, RecognisedMistake } from '../../types';
import { leads } from '../../words/mistakes';
import { allFinite, isEqual, publicNumbers, sameForm, type Numbers } from './publicNumbers';

/**
 * Two known mistakes at once, if together they explain what was returned on every public case.
 *
 * Note [Pairs]: two slips in different terms add up, s = a + b − r, and two factors multiply, s = a·b/r, where r is the
 * reference's number and a and b are the mistakes'. One rule must hold for a whole field on all cases. If several pairs
 * explain it, the one whose mistakes concern different fields is chosen; if that is not unique, none is named.
 */
export function pairedMistakes(exercise: Exercise, outcomes: Outcomes): RecognisedMistake | undefined {
  const { cases, read } = publicNumbers(exercise);
  const [right, got] = [read(({ expected }) => expected), read(({ id }) => outcomes.get(id))];
  if (right === undefined || !allFinite(right) || got === undefined || !sameForm(right, got)) return undefined;
  const scales = cases.map(({ scale }) => scale ?? 0);
  const known = exercise.mistakes.flatMap((mistake): Known[] => {
    if (mistake.fails !== undefined || mistake.carriedFrom !== undefined) return [];
    const numbers = read(({ id }) => mistake.outcomes.get(id));
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

interface Explanation {
  readonly right: Numbers;
  readonly got: Numbers;
  readonly first: Numbers;
  readonly second: Numbers;
  readonly scales: readonly number[];
}

/** @returns whether no field is wrong in both; undefined if the pair explains nothing */
function explains({ right, got, first, second, scales }: Explanation): boolean | undefined {
  let isApart = true;
  const isWrong = { first: false, second: false };
  for (const [field, wanted] of right) {
    const of = (numbers: Numbers): readonly (readonly number[])[] => numbers.get(field) ?? [];
    const holds = (rule: (r: number, a: number, b: number) => number): boolean =>
      wanted.every((ofCase, one) =>
        ofCase.every((r, index) => {
          const [a = NaN, b = NaN] = [of(first)[one]?.[index], of(second)[one]?.[index]];
          const g = of(got)[one]?.[index] ?? NaN;
          // If one of them makes a number infinite or NaN, the other can't make it finite again.
          if (!Number.isFinite(g)) return !Number.isFinite(a) || !Number.isFinite(b);
          return isEqual(rule(r, a, b), g, scales[one] ?? 0);
        }),
      );
    if (!holds((r, a, b) => a + b - r) && !holds((r, a, b) => (r === 0 ? a + b : (a * b) / r))) return undefined;
    const differs = (numbers: Numbers): boolean =>
      wanted.some((ofCase, one) =>
        ofCase.some((r, index) => !isEqual(r, of(numbers)[one]?.[index] ?? NaN, scales[one] ?? 0)),
      );
    const [ofFirst, ofSecond] = [differs(first), differs(second)];
    if (ofFirst && ofSecond) isApart = false;
    isWrong.first ||= ofFirst;
    isWrong.second ||= ofSecond;
  }
  // A wrong kind of value, such as a tensor instead of a number, says nothing about numbers.
  return isWrong.first && isWrong.second ? isApart : undefined;
}

/** Only the first one's hints are given: once that is fixed, the other is recognised with its own hints. */
function together({ first, second }: Pair): RecognisedMistake {
  const led = ([look, idea, name]: Hints, lead: (hint: string) => string): Hints => [
    lead(look),
    lead(idea),
    lead(name),
  ];
  const zh = first.translations?.zh;
  return {
    id: `${first.id} + ${second.id}`,
    hints: led(first.hints, leads.en),
    translations: zh && { zh: led(zh, leads.zh) },
    carriedFrom: undefined,
  };
}
