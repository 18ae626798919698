import { z } from 'zod';
import { labels, tensor } from '../../course/spec/values';
import type { Check, Exercise, KnownMistake, Outcome, Outcomes } from '../../types';
import { tensorsIn, Unsendable, type Value } from '../../../execution/values';
import { checkOutcomes } from '../checkExercise';
import { withCarriedMistakes } from './withCarriedMistakes';
import { defineLaw, theResult } from '../laws';
import { recogniseMistake } from './recogniseMistake';
import { caseOf, exerciseOf, referenceOf, returned, threw, unobserved } from '../testing';

const mistake = (id: string, outcomes: readonly Outcome[], carriedFrom?: string): KnownMistake => ({
  id,
  hints: ['where', 'why', 'what'],
  carriedFrom,
  outcomes: new Map(outcomes.map((outcome, index) => [String(index), outcome])),
});

/** Two cases with expected results 1 and 2, and mistakes that return something else. */
const exerciseWith = (...mistakes: KnownMistake[]): Exercise =>
  exerciseOf({
    cases: [caseOf('0', [1], 1), caseOf('1', [2], 2)],
    checks: [referenceOf(undefined, ['0', '1'])],
    mistakes,
  });

const asOutcomes = (...outcomes: Outcome[]): Outcomes =>
  new Map(outcomes.map((outcome, index) => [String(index), outcome]));
const recognised = (exercise: Exercise, ...outcomes: Outcome[]): string | undefined =>
  recogniseMistake(exercise, asOutcomes(...outcomes), new Map())?.id;

describe('recogniseMistake', () => {
  const doubled = mistake('doubled', [returned(2), returned(4)]);

  it('should recognise what a mistake returns on every case', () => {
    expect(recognised(exerciseWith(doubled), returned(2), returned(4))).toBe('doubled');
    expect(recogniseMistake(exerciseWith(doubled), asOutcomes(returned(2), returned(4)), new Map())).toEqual({
      id: 'doubled',
      hints: ['where', 'why', 'what'],
      carriedFrom: undefined,
    });
    const translations = { zh: ['哪里', '为何', '什么'] } as const;
    expect(
      recogniseMistake(exerciseWith({ ...doubled, translations }), asOutcomes(returned(2), returned(4)), new Map()),
    ).toMatchObject({
      translations,
    });
  });

  it('should not guess if one case differs, one is missing, or nothing matches', () => {
    expect(recognised(exerciseWith(doubled), returned(2), returned(4.001))).toBeUndefined();
    expect(recognised(exerciseWith(doubled), returned(2))).toBeUndefined();
    expect(recognised(exerciseWith(doubled), returned(7), returned(7))).toBeUndefined();
    expect(recognised(exerciseWith(), returned(2), returned(4))).toBeUndefined();
  });

  it('should allow rounding: 1e-9 of both, and 1e-12 of the scale', () => {
    // 2·(1 + 1.9e-9) is 0.95e-9 of the sum away, 2·(1 + 2.1e-9) is 1.05e-9
    expect(recognised(exerciseWith(doubled), returned(2 * (1 + 1.9e-9)), returned(4))).toBe('doubled');
    expect(recognised(exerciseWith(doubled), returned(2 * (1 + 2.1e-9)), returned(4))).toBeUndefined();
  });

  it('should not confuse a correct answer with a mistake that hardly differs from it', () => {
    const mild = mistake('mild', [returned(1 + 1e-7), returned(2)]);
    expect(recognised(exerciseWith(mild), returned(1 + 1e-7), returned(2))).toBeUndefined();
    const visible = mistake('visible', [returned(1 + 1e-5), returned(2)]);
    expect(recognised(exerciseWith(visible), returned(1 + 1e-5), returned(2))).toBe('visible');
  });

  it.each<[string, Value, Value, boolean]>([
    ['NaN and NaN', NaN, NaN, true],
    ['NaN and a number', NaN, 1, false],
    ['Infinity and Infinity', Infinity, Infinity, true],
    ['Infinity and −Infinity', Infinity, -Infinity, false],
    ['Infinity and a large number', Infinity, 1e300, false],
    ['a large number and Infinity', 1e300, Infinity, false],
    ['tensors with NaN', tensor([NaN, 3]), tensor([NaN, 3]), true],
    ['tensors with Infinity and a number', tensor([Infinity, 3]), tensor([3, 3]), false],
    ['tensors of other shapes', tensor([3, 3]), tensor([[3, 3]]), false],
    ['a tensor and a number', tensor(3), 3, false],
    ['records', { w: 3, t: 1 }, { w: 3, t: 1, extra: 2 }, true],
    ['records with a field missing', { w: 3, t: 1 }, { w: 3 }, false],
    ['arrays', [3, 4], [3, 4], true],
    ['arrays of other lengths', [3, 4], [3, 4, 5], false],
    ['undefined and undefined', undefined, undefined, true],
    ['what is no data', new Unsendable('a Promise'), new Unsendable('a Promise'), true],
    ['other things that are no data', new Unsendable('a Promise'), new Unsendable('null'), false],
    ['texts', 'wrong', 'perfect', false],
  ])('should compare %s', (_what, recorded, got, same) => {
    const odd = mistake('odd', [returned(recorded), returned(2)]);
    expect(recognised(exerciseWith(odd), returned(got), returned(2))).toBe(same ? 'odd' : undefined);
  });

  it('should not confuse a wrong field with a missing one', () => {
    const exercise = exerciseOf({
      cases: [caseOf('0', [1], { w: 1, t: 1 })],
      checks: [referenceOf('w', ['0']), referenceOf('t', ['0'])],
      mistakes: [mistake('missing', [returned({ w: 1 })])],
    });
    expect(recognised(exercise, returned({ w: 1 }))).toBe('missing');
    expect(recognised(exercise, returned({ w: 1, t: 2 }))).toBeUndefined();
  });

  it('should treat any two errors as equal, and nothing else as equal to an error', () => {
    const throws = mistake('throws', [threw('TypeError'), returned(2)]);
    expect(recognised(exerciseWith(throws), threw('RangeError'), returned(2))).toBe('throws');
    expect(recognised(exerciseWith(throws), returned(1), returned(2))).toBeUndefined();
    expect(recognised(exerciseWith(throws), { status: 'timeout', seconds: 1 }, returned(2))).toBeUndefined();
  });

  it('should prefer the first of two that match', () => {
    expect(
      recognised(exerciseWith(doubled, mistake('twice', [returned(2), returned(4)])), returned(2), returned(4)),
    ).toBe('doubled');
  });

  it('should ignore a free constant if the check does', () => {
    const twoCalls = (first: number, second: number): Outcome => ({
      status: 'returned',
      values: [{ value: tensor(first) }, { value: tensor(second) }],
      observed: unobserved,
    });
    // The value grows by 3 from call to call; the mistake makes it 6.
    const exercise = exerciseOf({
      cases: [caseOf('0', [1], 0, { calls: [[1], [2]], expected: twoCalls(1, 4) })],
      checks: [referenceOf('value', ['0'], { comparison: { rule: 'upToConstant' } })],
      mistakes: [mistake('doubled', [twoCalls(2, 8)])],
    });
    expect(recognised(exercise, twoCalls(102, 108))).toBe('doubled');
    expect(recognised(exercise, twoCalls(101, 104))).toBeUndefined();
  });
});

describe('a mistake that is known by a law', () => {
  const truth = [labels([1, 2, 3])];
  const numbersIn = (value: Value): readonly number[] =>
    [...tensorsIn(value)].flatMap(({ tensor: { values } }) => [...values]);
  const broken = { where: theResult, expected: 1, got: 0 };
  const says = { en: () => '', zh: () => '' };
  /** At least this share of the labels are right. */
  const rightAtLeast = defineLaw({
    name: 'rightAtLeast',
    parameters: z.strictObject({ share: z.number() }),
    says,
    violation: ({ result, expected, parameters: { share } }) => {
      const wanted = numbersIn(expected);
      const right = numbersIn(result).filter((label, index) => label === wanted[index]).length;
      return right >= share * wanted.length ? undefined : broken;
    },
  });
  const allAlike = defineLaw({
    name: 'allAlike',
    says,
    violation: ({ result }) => (new Set(numbersIn(result)).size === 1 ? undefined : broken),
  });
  const checkOf = (share: number): Check => ({
    id: `exercise.${share}`,
    kind: 'property',
    law: rightAtLeast,
    parameters: { share },
    points: 1,
    cases: ['0'],
  });
  const exercise = exerciseOf({
    cases: [caseOf('0', [], truth)],
    checks: [checkOf(0.1), checkOf(0.6)],
    mistakes: [{ ...mistake('alike', []), fails: ['exercise.0.6'], holds: { law: allAlike, parameters: {} } }],
  });
  const of = (...predicted: number[]): string | undefined =>
    checkOutcomes(exercise, asOutcomes(returned([labels(predicted)]))).mistake?.id;

  it('should be recognised if its checks fail and its law holds, whatever else fails', () => {
    expect(of(2, 2, 2)).toBe('alike');
    expect(of(7, 7, 7)).toBe('alike');
  });

  it('should not be recognised if the law does not hold or could not be checked, or if nothing fails', () => {
    expect(of(2, 2, 1)).toBeUndefined();
    expect(checkOutcomes(exercise, asOutcomes(threw())).mistake).toBeUndefined();
    expect(of(1, 2, 1)).toBeUndefined();
  });
});

describe('a carried mistake', () => {
  const wrong = [returned(2), returned(4)];
  const hints = { id: 'doubled', hints: ['where', 'why', 'what'] as const };
  const neighbour = {
    ...exerciseWith(mistake('doubled', wrong), mistake('negated', [returned(-1), returned(-2)])),
    name: 'neighbour',
  };
  const dependent = {
    ...exerciseWith(mistake('doubled', wrong, 'neighbour'), mistake('own', wrong)),
    name: 'dependent',
  };
  const diagnose = (neighbours: readonly Outcome[]) => {
    const outcomes = new Map([
      ['neighbour', asOutcomes(...neighbours)],
      ['dependent', asOutcomes(...wrong)],
    ]);
    const results = [neighbour, dependent].map((exercise) =>
      checkOutcomes(exercise, outcomes.get(exercise.name) ?? new Map<string, Outcome>()),
    );
    return withCarriedMistakes(results, (name) => outcomes.get(name)).map((result) => result.mistake);
  };

  it('should be preferred once the neighbour has the same diagnosis', () => {
    expect(diagnose(wrong)).toEqual([
      { ...hints, carriedFrom: undefined },
      { ...hints, carriedFrom: 'neighbour' },
    ]);
  });

  it.each([
    ['is right', [returned(1), returned(2)]],
    ['has another mistake', [returned(-1), returned(-2)]],
    ['has an unknown one', [returned(9), returned(9)]],
    ['is still to do', [threw('NotImplementedError', 'neighbour'), threw('NotImplementedError', 'neighbour')]],
  ])('should be its own mistake if the neighbour %s', (_what, outcomes) => {
    expect(diagnose(outcomes)[1]).toMatchObject({ id: 'own', carriedFrom: undefined });
  });
});
