import type { CheckJson } from '../../pipeline/report';
import { madeAssignment, madeCheck, madeExercise, madeSubmission } from '../testing/results';
import { withdrawalsToText } from './withdrawalsToText';

const given = (points: number): CheckJson =>
  madeCheck('f.gradient', 'failed', { points, maxPoints: 2, withdrawn: 'given' });
const out = madeCheck('f.leak', 'skipped', { withdrawn: 'left-out' });

describe('withdrawalsToText', () => {
  it('should say who gets points, also without an answer, and which checks no longer count', () => {
    const results = [
      madeSubmission('a', [madeAssignment('03-losses', [madeExercise('f', 'failed', [given(2), out])])]),
      madeSubmission('b', [madeAssignment('03-losses', [madeExercise('f', 'todo', [given(2), out])])]),
      madeSubmission('c', [madeAssignment('03-losses', [madeExercise('f', 'forbidden', [given(2), out])])]),
      madeSubmission('d', [
        madeAssignment('03-losses', [madeExercise('f', 'todo', [given(0)])], { status: 'missing' }),
      ]),
    ];
    expect(withdrawalsToText(results)).toEqual([
      'withdrawn: 03-losses f.gradient, 2 points, given to all 3 whose file was graded, also to 2 whose function is to do, off limits or does not run',
      'withdrawn: 03-losses f.leak, which no longer counts',
    ]);
    expect(withdrawalsToText(results.slice(0, 1))[0]).toBe(
      'withdrawn: 03-losses f.gradient, 2 points, given to all 1 whose file was graded',
    );
    expect(withdrawalsToText([])).toEqual([]);
  });
});
