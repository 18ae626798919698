import { tensor } from '../../course/spec/values';
import type { Exercise, Outcome, RecognisedMistake } from '../../types';
import type { Value } from '../../../execution/values';
import { nameMistake } from './nameMistake';
import { caseOf, exerciseOf, referenceOf, returned, threw } from '../testing';

const rights = [
  [1, -2, 3.5],
  [0.25, 4, -7],
];
const sizes = [3, 5];

/** Two public cases with three expected numbers each, and the scale of their data. */
const exercise = (changes: Partial<Exercise> = {}): Exercise =>
  exerciseOf({
    arguments: ['x', 'options'],
    cases: rights.map((right, one) =>
      caseOf(String(one), [tensor(Array.from({ length: sizes[one] ?? 0 }, () => 1)), { rate: one + 2 }], tensor(right)),
    ),
    checks: [referenceOf(undefined, ['0', '1'])],
    ...changes,
  });

const name = (of: Exercise, outcomes: readonly Outcome[]): RecognisedMistake | undefined =>
  nameMistake(of, new Map(outcomes.map((outcome, one) => [String(one), outcome])), []);
const said = (change: (right: number, one: number) => number): string | undefined =>
  name(
    exercise(),
    rights.map((right, one) => returned(tensor(right.map((value) => change(value, one))))),
  )?.hints[2];

describe('how a wrong result relates to the right one', () => {
  it.each<[string, (right: number, one: number) => number]>([
    ['is 0, whatever the inputs', () => 0],
    ['is minus the expected value', (right) => -right],
    ['is 0.5 times the expected value', (right) => right / 2],
    ['is the expected value + 1', (right) => right + 1],
    ['is the expected value − 0.25', (right) => right - 0.25],
    ['is the square of the expected value', (right) => right ** 2],
    ['is 1 divided by the expected value', (right) => 1 / right],
    ['is 1 minus the expected value', (right) => 1 - right],
    ['is the expected value, rounded down', Math.floor],
    ['is the expected value times `x.shape[0]`', (right, one) => right * (sizes[one] ?? NaN)],
    ['is 2 times the expected value divided by `x.shape[0]`', (right, one) => (2 * right) / (sizes[one] ?? NaN)],
    ['is the expected value times `options.rate`', (right, one) => right * (one + 2)],
  ])('should be reported: it %s', (sentence, change) => {
    expect(said(change)).toContain(`your result ${sentence}.`);
  });

  it('should not be reported if one number differs or is not finite', () => {
    expect(said((right) => (right === 4 ? 4 : 2 * right))).toBeUndefined();
    expect(said((right) => (right === 4 ? NaN : 2 * right))).toBeUndefined();
    expect(said((right) => right + 1e-8)).toBeUndefined();
    const ending = exercise({
      cases: [
        [4, 1, 3],
        [2, 5, 0],
      ].map((right, one) => caseOf(String(one), [one], tensor(right), { scale: 100 })),
    });
    // The last expected number is 0, compared to which 1.8e-10 is a lot.
    expect(
      name(
        ending,
        [
          [4, 1, 3],
          [2, 5 + 0.9e-10, 1.8e-10],
        ].map((got) => returned(tensor(got))),
      ),
    ).toBeUndefined();
    expect(name(exercise(), [threw(), threw()])).toBeUndefined();
  });

  it('should not be reported for few numbers, which are easily explained', () => {
    const few = exerciseOf({
      cases: [caseOf('0', [1], 2), caseOf('1', [2], 4), caseOf('2', [3], 2)],
      checks: [referenceOf(undefined, ['0', '1', '2'])],
    });
    expect(
      name(
        few,
        [4, 8, 4].map((value) => returned(value)),
      ),
    ).toBeUndefined();
  });

  it('should depend only on public cases', () => {
    const { cases } = exercise();
    const hidden = exercise({
      cases: cases.map((one, index) => ({ ...one, visibility: index ? 'hidden' : 'public' })),
    });
    expect(name(hidden, [returned(tensor([2, -4, 7])), returned(tensor([0.5, 8, -14]))])).toBeUndefined();
  });

  it('should report it in Chinese and name the field to begin with', () => {
    const record = (right: readonly number[], k: number): Value => ({
      loss: tensor([...right]),
      dW: tensor(right.map((value) => k * value)),
      penalty: tensor(right.map((value) => k * k * value)),
    });
    const of = exercise({
      cases: rights.map((right, one) => caseOf(String(one), [one], record(right, 1))),
      checks: [referenceOf('dW', ['0', '1'])],
    });
    const found = name(
      of,
      rights.map((right) => returned(record(right, -1.5))),
    );
    expect(found?.hints[2]).toMatch(
      /^In every case your `dW` is -1.5 times the expected value\. Begin with this field\./,
    );
    expect(found?.translations?.zh[2]).toMatch(/你的 `dW` 都是应有值的 -1.5 倍。请先看这个字段。/);
  });

  it('should give way to a known mistake', () => {
    const doubled = {
      id: 'doubled',
      hints: ['where', 'why', 'what'] as const,
      carriedFrom: undefined,
      outcomes: new Map(rights.map((right, one) => [String(one), returned(tensor(right.map((value) => 2 * value)))])),
    };
    expect(name(exercise({ mistakes: [doubled] }), [...doubled.outcomes.values()])?.id).toBe('doubled');
  });
});
