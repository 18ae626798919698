import type { Assignment, Exercise } from './types';
import { shareOut } from './shareOut';

function assignment(id: string, ...seconds: readonly (number | undefined)[]): Assignment {
  const exercises = seconds.map((one, index) => ({ name: `${id}${index}`, seconds: one }) as Exercise);
  return { id, exercises } as unknown as Assignment;
}

describe('shareOut', () => {
  const usual = undefined;
  const course = [assignment('a', usual, usual), assignment('b', usual), assignment('c', 90), assignment('d', usual)];

  it('should give the longest assignment a lane of its own', () => {
    // c takes 90 s; a, b and d, at 1 s per exercise, 2 + 1 + 1.
    const laneOf = shareOut(course, 2);
    expect(course.map((one) => laneOf.get(one))).toEqual([1, 1, 0, 1]);
  });

  it('should put everything on a single lane and something on each of several', () => {
    expect([...shareOut(course, 1).values()]).toEqual([0, 0, 0, 0]);
    expect(new Set(shareOut(course, 3).values())).toEqual(new Set([0, 1, 2]));
  });
});
