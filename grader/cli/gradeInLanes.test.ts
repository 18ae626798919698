import type { Assignment, Exercise, IsolationLevel } from '../pipeline/types';
import { lanesFor, shareOut } from './gradeInLanes';

function assignment(id: string, ...seconds: readonly (number | undefined)[]): Assignment {
  const exercises = seconds.map((one, index) => ({ name: `${id}${index}`, seconds: one }) as Exercise);
  return { id, exercises } as unknown as Assignment;
}

describe('shareOut', () => {
  const usual = undefined;
  const course = [assignment('a', usual, usual), assignment('b', usual), assignment('c', 90), assignment('d', usual)];

  it('should leave what takes longest alone, and keep the order of the course', () => {
    // c takes 90 s; a, b and d, at 1 s an exercise, 2 + 1 + 1.
    const ids = shareOut(course, 2).map((share) => share.map(({ id }) => id));
    expect(ids).toEqual([['c'], ['a', 'b', 'd']]);
  });

  it('should give all to one lane, and none twice to several', () => {
    expect(shareOut(course, 1)).toEqual([course]);
    expect(shareOut(course, 3).flat()).toHaveLength(4);
  });
});

describe('lanesFor', () => {
  it.each([
    [1, 8, 1],
    [9, 1, 1],
    [9, 2, 2],
    [9, 64, 2],
    [0, 2, 1],
  ])('should have for %d assignments on %d processors %d lanes', (assignments, processors, lanes) => {
    expect(lanesFor(assignments, processors, 'bubblewrap')).toBe(lanes);
  });

  it('should have one where processes are not apart', () => {
    const level = (one: IsolationLevel): number => lanesFor(9, 2, one);
    expect([level('unshare'), level('permissions-uid'), level('process')]).toEqual([2, 1, 1]);
  });
});
