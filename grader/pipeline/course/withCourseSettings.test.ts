import type { Assignment } from '../types';
import { withCourseSettings } from './withCourseSettings';

/** An assignment with exercises whose checks have these points. */
function assignmentOf(exercises: Readonly<Record<string, readonly number[]>>): Assignment {
  const made = Object.entries(exercises).map(([name, weights]) => ({
    name,
    checks: weights.map((points, index) => ({ id: `${name}.${index}`, points })),
  }));
  return { id: '03-losses', title: 'Losses', exercises: made } as unknown as Assignment;
}

const pointsOf = ({ exercises }: Assignment): readonly (readonly number[])[] =>
  exercises.map(({ checks }) => checks.map(({ points }) => points));
const shared = (exercises: Parameters<typeof assignmentOf>[0], points: number): ReturnType<typeof pointsOf> =>
  pointsOf(withCourseSettings(assignmentOf(exercises), { points }));

describe('withCourseSettings', () => {
  it('should leave an assignment without settings unchanged', () => {
    const assignment = assignmentOf({ a: [6, 4] });
    expect(withCourseSettings(assignment, {})).toEqual(assignment);
    expect(withCourseSettings(assignment, { title: 'Mine' })).toEqual({ ...assignment, title: 'Mine' });
  });

  it.each([
    ['in halves, where there are as many', { a: [6, 4], b: [5, 5] }, 10, [[3, 2], [2.5, 2.5]]],
    // 2.5 for each; 6 of 10 are 1.5 of them, and 1 of 10 is half a half.
    ['at least one to each check', { a: [6, 3, 1], b: [8, 1, 1] }, 5, [[1.5, 0.5, 0.5], [1.5, 0.5, 0.5]]],
    ['finer, where checks are more than halves', { a: [8, 1, 1] }, 1, [[0.5, 0.25, 0.25]]],
    ['more than there were', { a: [6, 4] }, 25, [[15, 10]]],
  ] as const)('should divide points %s', (_how, exercises, points, expected) => {
    expect(shared(exercises, points)).toEqual(expected);
  }); // prettier-ignore

  it('should always divide all points, and keep the order of weights', () => {
    for (let points = 2.5; points < 40; points += 0.5) {
      const [checks = []] = shared({ a: [4, 3, 2, 0.5, 0.5] }, points);
      expect(checks.reduce((sum, one) => sum + one, 0)).toBe(points);
      expect(checks.toSorted((a, b) => b - a)).toEqual(checks);
      expect(Math.min(...checks)).toBeGreaterThan(0);
    }
  });

  it('should set the points of single exercises and leave the others unchanged', () => {
    const points = withCourseSettings(assignmentOf({ a: [6, 4], b: [5, 5] }), { points: { b: 20 } });
    expect(pointsOf(points)).toEqual([
      [6, 4],
      [10, 10],
    ]);
  });

  it('should withdraw a check by its id, and a whole exercise by its name', () => {
    const { exercises } = withCourseSettings(assignmentOf({ a: [6, 4], b: [5, 5] }), {
      points: { a: 20 },
      withdrawn: { 'a.1': 'given', b: 'left-out' },
    });
    expect(exercises.map(({ checks }) => checks)).toEqual([
      [
        { id: 'a.0', points: 12 },
        { id: 'a.1', points: 8, withdrawn: 'given' },
      ],
      [
        { id: 'b.0', points: 0, withdrawn: 'left-out' },
        { id: 'b.1', points: 0, withdrawn: 'left-out' },
      ],
    ]);
    expect(() => withCourseSettings(assignmentOf({ a: [6, 4] }), { withdrawn: { 'a.2': 'given' } })).toThrow(
      'assignments/course.json withdraws a.2, which 03-losses does not have; did you mean a.0?',
    );
  });

  it('should refuse an unknown exercise, and too few points for the checks', () => {
    const assignment = assignmentOf({ softmax: [5, 5], hinge: [10] });
    expect(() => withCourseSettings(assignment, { points: { softmaxx: 5 } })).toThrow(
      'assignments/course.json gives points to softmaxx, which 03-losses does not have; did you mean softmax?',
    );
    expect(() => withCourseSettings(assignment, { points: 0.25 })).toThrow(
      "assignments/course.json gives 03-losses 0.25 points, which its 3 checks can't share; give it at least 0.375, in steps of 0.125",
    );
  });
});
