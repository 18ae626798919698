import { checkOutcomes } from '../checks';
import { caseOf, exerciseOf, referenceOf, returned } from '../checks/testing';
import type { AssignmentResult } from '../types';
import { scoreAssignment, totalScore } from './scoreAssignment';

/** Two exercises of 4 and 6 points, of which the given ones are right. */
const result = (
  rights: readonly boolean[],
  changes: { optional?: boolean; status?: AssignmentResult['status'] } = {},
): AssignmentResult => {
  const exercises = [4, 6].map((points, index) =>
    exerciseOf({
      name: `e${index}`,
      cases: [caseOf('one', [1], 1)],
      checks: [referenceOf(undefined, ['one'], { points })],
    }),
  );
  const { optional = false, status = 'graded' } = changes;
  return {
    assignment: {
      id: '03-losses',
      title: 'Losses',
      file: 'losses.ts',
      optional,
      scope: 'public',
      specHash: '',
      exercises,
    },
    status,
    problem: undefined,
    exercises: exercises.map((exercise, index) =>
      checkOutcomes(exercise, new Map([['one', returned(rights[index] === true ? 1 : 2)]])),
    ),
  };
};

describe('scoreAssignment', () => {
  it('should add up its exercises', () => {
    expect(scoreAssignment(result([true, true]))).toMatchObject({ score: 10, maxScore: 10 });
    expect(scoreAssignment(result([false, true]))).toMatchObject({
      score: 6,
      maxScore: 10,
      exercises: [{ score: 0 }, { score: 6 }],
    });
  });

  it('should not score our own failure as 0', () => {
    expect(scoreAssignment(result([false, false], { status: 'infrastructure' }))).toMatchObject({
      score: null,
      maxScore: 10,
    });
    expect(scoreAssignment(result([false, false], { status: 'missing' }))).toMatchObject({ score: null, maxScore: 10 });
  });
});

describe('totalScore', () => {
  const right = scoreAssignment(result([true, true]));
  const half = scoreAssignment(result([true, false]));
  const optional = scoreAssignment(result([true, true], { optional: true }));
  const lost = scoreAssignment(result([true, true], { status: 'infrastructure' }));

  it('should add up the assignments without optional ones', () => {
    expect(totalScore([right, half])).toMatchObject({ score: 14, maxScore: 20 });
    expect(totalScore([half, optional])).toMatchObject({ score: 4, maxScore: 10 });
    expect(totalScore([])).toMatchObject({ score: 0, maxScore: 0 });
  });

  it('should leave the total unknown if one part is unknown', () => {
    expect(totalScore([right, lost])).toMatchObject({ score: null, maxScore: 20 });
  });
});
