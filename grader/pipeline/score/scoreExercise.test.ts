import { caseOf, exerciseOf, referenceOf } from '../checks/testing';
import type { CheckResult, ExerciseResult, RecognisedMistake } from '../types';
import { scoreExercise } from './scoreExercise';

type Status = CheckResult['status'];
const noDetails = {
  failingCase: undefined,
  relativeError: undefined,
  threshold: undefined,
  verdict: undefined,
  finding: undefined,
};

const result = (
  checks: readonly (readonly [points: number, status: Status])[],
  carriedFrom?: string,
): ExerciseResult => {
  const mistake: RecognisedMistake = { id: 'wrong', hints: ['a', 'b', 'c'], carriedFrom };
  return {
    exercise: exerciseOf({ cases: [caseOf('one', [1], 1)] }),
    status: 'failed',
    checks: checks.map(([points, status], index) => ({
      check: referenceOf(`f${index}`, ['one'], { points }),
      status,
      ...noDetails,
    })),
    mistake,
    problem: undefined,
    durationMs: 0,
  };
};
const dealt = (checks: Parameters<typeof result>[0], carriedFrom?: string, share?: number): number[] =>
  scoreExercise(result(checks, carriedFrom), share).checks.map(({ points }) => points);

describe('scoreExercise', () => {
  it('should add up the points of passed checks, all or nothing', () => {
    const checks = [
      [2.5, 'passed'],
      [4, 'failed'],
      [3, 'passed'],
      [0.5, 'skipped'],
    ] as const;
    expect(scoreExercise(result(checks))).toMatchObject({ score: 5.5, maxScore: 10, kept: 0 });
    expect(dealt(checks)).toEqual([2.5, 0, 3, 0]);
  });

  it('should keep no points for its own mistake', () => {
    expect(scoreExercise(result([[10, 'failed']]))).toMatchObject({ score: 0, kept: 0 });
  });

  it('should keep 70 % of the points that a carried mistake costs', () => {
    // 70 % of 10 is 7, though 2·0.7·10 is 14 only up to rounding.
    expect(scoreExercise(result([[10, 'failed']], 'neighbour'))).toMatchObject({ score: 7, kept: 7, maxScore: 10 });
    expect(
      scoreExercise(
        result(
          [
            [2, 'passed'],
            [8, 'failed'],
          ],
          'neighbour',
        ),
      ),
    ).toMatchObject({ score: 7.5, kept: 5.5 });
  });

  it('should distribute the kept points in halves that add up to the total', () => {
    // 70 % of 8 is 5.6, in halves 11. Of 4, 2 and 2 that is 5.6, 2.8 and 2.8 halves: 5 + 2 + 2, and one more for each
    // .8.
    expect(
      dealt(
        [
          [4, 'failed'],
          [2, 'failed'],
          [2, 'skipped'],
        ],
        'neighbour',
      ),
    ).toEqual([2.5, 1.5, 1.5]);
    // Of a single half point, 0.7 of a half rounds down to none.
    expect(dealt([[0.5, 'failed']], 'neighbour')).toEqual([0]);
    // Of four of them 2.8 halves, so two, for the first ones.
    expect(
      dealt(
        [
          [0.5, 'failed'],
          [0.5, 'failed'],
          [0.5, 'failed'],
          [0.5, 'failed'],
        ],
        'neighbour',
      ),
    ).toEqual([0.5, 0.5, 0, 0]);
  });

  it('should use a different share if given', () => {
    expect(
      dealt(
        [
          [4, 'failed'],
          [1, 'passed'],
        ],
        'neighbour',
        0.5,
      ),
    ).toEqual([2, 1]);
    expect(dealt([[4, 'failed']], 'neighbour', 0)).toEqual([0]);
    expect(
      dealt(
        [
          [4, 'failed'],
          [0.5, 'failed'],
        ],
        'neighbour',
        1,
      ),
    ).toEqual([4, 0.5]);
  });

  it('should keep halves that add up, never more than a check has, for any points', () => {
    const halves = [0, 0.5, 1, 1.5, 2, 2.5, 4];
    for (const a of halves)
      for (const b of halves)
        for (const c of halves) {
          const { checks, score, kept } = scoreExercise(
            result(
              [
                [a, 'failed'],
                [b, 'failed'],
                [c, 'skipped'],
              ],
              'neighbour',
            ),
          );
          expect(kept).toBe(Math.floor(1.4 * (a + b + c) + 1e-9) / 2);
          expect(checks.reduce((sum, { points }) => sum + points, 0)).toBe(score);
          for (const { points, check } of checks) {
            expect(Number.isInteger(2 * points)).toBe(true);
            expect(points).toBeLessThanOrEqual(check.points);
          }
        }
  });
});
