import type { IsolationLevel } from '../pipeline/types';
import { lanesFor } from './lanesFor';

describe('lanesFor', () => {
  it.each([
    [1, 8, 1],
    [9, 1, 1],
    [9, 2, 2],
    [9, 64, 2],
    [0, 2, 1],
  ])('should give %d assignments on %d processors %d lanes', (assignments, processors, lanes) => {
    expect(lanesFor(assignments, processors, 'bubblewrap')).toBe(lanes);
  });

  it('should give one lane when processes are not isolated', () => {
    const level = (one: IsolationLevel): number => lanesFor(9, 2, one);
    expect([level('unshare'), level('permissions-uid'), level('process')]).toEqual([2, 1, 1]);
  });
});
