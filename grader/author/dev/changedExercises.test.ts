import { changedExercises } from './changedExercises';
import type { AssignmentSpec } from '../../pipeline/course/spec';

const exercise = (name: string, ...neighbours: readonly string[]) =>
  ({
    name,
    buildsOn: Object.fromEntries(neighbours.map((one) => [one, () => () => undefined])),
  }) as unknown as AssignmentSpec['exercises'][number];

describe('changedExercises', () => {
  const spec = { exercises: [exercise('a'), exercise('b'), exercise('c', 'a')] };
  const before = new Map([
    ['a', '1'],
    ['b', '1'],
    ['c', '1'],
  ]);

  it('should name changed exercises, and those that build on them', () => {
    expect(changedExercises(spec, before, new Map())).toEqual(['a', 'b', 'c']);
    expect(changedExercises(spec, before, before)).toEqual([]);
    expect(changedExercises(spec, new Map([...before, ['a', '2']]), before)).toEqual(['a', 'c']);
    expect(changedExercises(spec, new Map([...before, ['b', '2']]), before)).toEqual(['b']);
  });
});
