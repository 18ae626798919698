import { CallbackValue, type Value } from '../../../execution/values';
import { tensor } from '../../course/spec/values';
import type { CallbackCall, Case, Exercise } from '../../types';
import { caseOf, exerciseOf, referenceOf, returned } from '../testing';
import { nameMistake } from './nameMistake';

const exercise = (cases: readonly Case[]): Exercise =>
  exerciseOf({
    arguments: ['x', 'options'],
    cases,
    checks: [
      referenceOf(
        undefined,
        cases.map(({ id }) => id),
      ),
    ],
  });

/** What is reported about an answer that is right except on some cases. */
const said = (cases: readonly Case[], ...wrong: readonly string[]): string | undefined => {
  const outcomes = cases.map((one) => [one.id, wrong.includes(one.id) ? returned(-7) : one.expected] as const);
  return nameMistake(exercise(cases), new Map(outcomes), [])?.hints[2];
};

describe('what the failing cases have in common', () => {
  const numbers = [0, 1, 2, 3, 4].map((rate, one) => caseOf(String(one), [tensor([1, 2]), { rate }], 5 + one));

  it('should be reported if an argument is 0', () => {
    expect(said(numbers, '0')).toMatch(
      /^You are right in all cases except those where `options\.rate` is 0\. JavaScript/,
    );
  });

  it('should be reported if there is only one of something', () => {
    const sizes = [1, 2, 3, 4].map((size, one) => caseOf(String(one), [tensor(Array(size).fill(one + 1)), {}], one));
    expect(said(sizes, '0')).toContain('where `x.shape[0]` is 1.');
  });

  it('should be reported if there are more than ten of something', () => {
    const sizes = [2, 3, 4, 11].map((size, one) => caseOf(String(one), [tensor(Array(size).fill(one + 1)), {}], one));
    expect(said(sizes, '3')).toContain('where `x.shape[0]` is more than ten');
  });

  it('should be reported if a function argument returns NaN or equal numbers', () => {
    const score = { name: 'score', parameters: {}, run: () => 0 };
    const scored = [
      [1, 2],
      [NaN, 2],
      [3, 4],
      [5, 5],
      [6, 7],
    ].map((scores, one) => {
      const calls = scores.map((result): CallbackCall => ({ name: 'score', arguments: [], result }));
      const expected = returned(one, { callbackCalls: calls });
      return caseOf(String(one), [new CallbackValue(score as never, {}) as Value], 0, { expected });
    });
    expect(said(scored, '1')).toContain('where a number of `x(…)` is NaN or infinite.');
    expect(said(scored, '3')).toContain('where two numbers of `x(…)` are equal.');
  });

  it('should not be reported if it explains one case too many or too few, or if few cases are right', () => {
    expect(said(numbers, '0', '1')).toBeUndefined();
    expect(said(numbers, '1')).toBeUndefined();
    expect(said(numbers.slice(0, 3), '0')).toBeUndefined();
    const twice = [...numbers, caseOf('5', [tensor([2, 1]), { rate: 0 }], 9)];
    expect(said(twice, '0')).toBeUndefined();
    expect(said(twice, '0', '5')).toContain('`options.rate` is 0');
  });

  it('should not be reported if two traits explain it', () => {
    const both = [0, 1, 2, 3].map((rate, one) => caseOf(String(one), [tensor(Array(one + 1).fill(1)), { rate }], one));
    expect(said(both, '0')).toBeUndefined();
  });
});
