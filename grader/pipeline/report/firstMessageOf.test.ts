import { tensor } from '../course/spec/values';
import { checkOutcomes } from '../checks';
import { caseOf, exerciseOf, referenceOf, returned } from '../checks/testing';
import { scoreExercise } from '../score';
import type { Exercise } from '../types';
import { firstMessageOf } from './firstMessageOf';

describe('firstMessageOf', () => {
  const exercise: Exercise = exerciseOf({
    name: 'square',
    arguments: ['x'],
    cases: [caseOf('small', [tensor([3])], tensor(9)), caseOf('large', [tensor([4])], tensor(16))],
    checks: [
      referenceOf(undefined, ['small'], { id: 'first', points: 5 }),
      referenceOf(undefined, ['large'], { id: 'special', points: 5 }),
    ],
  });
  const claimOn = (small: number, large: number): string | undefined => {
    const outcomes = new Map([
      ['small', returned(tensor(small))],
      ['large', returned(tensor(large))],
    ]);
    const result = checkOutcomes(exercise, outcomes);
    const message = firstMessageOf(scoreExercise(result), { reader: 'student', assignment: '03-losses', hint: 0 });
    return /expected .* got [\d.]+/.exec(message)?.[0];
  };

  it('should show the first failed check', () => {
    expect(claimOn(8, 15)).toBe('expected 9, got 8');
    expect(claimOn(9, 15)).toBe('expected 16, got 15');
  });

  it('should prefer a later check with a clear error over one that could be rounding', () => {
    expect(claimOn(9 + 1e-7, 15)).toBe('expected 16, got 15');
    // None shows it better, so the first one is used.
    expect(claimOn(9 + 1e-7, 16)).toBe('expected 9, got 9.0000001');
    expect(claimOn(9 + 1e-7, 16 + 1e-7)).toBe('expected 9, got 9.0000001');
  });
});
