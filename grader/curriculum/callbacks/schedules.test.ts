import { CallbackValue, type ValueRecord } from '../../execution/values';
import { makeCallback } from '../../execution/callbacks/index';

const make = (name: string, parameters: ValueRecord): ((argument: unknown) => unknown) =>
  makeCallback(new CallbackValue(name, parameters)) as (argument: unknown) => unknown;

describe('schedules', () => {
  it('should give the rate of a step', () => {
    // 0.1·e^(−1)
    expect(make('exponentialSchedule', { lr0: 0.1, k: 0.01 })(100)).toBeCloseTo(0.0367879441, 10);
    const listed = make('listedSchedule', { rates: [0.8, 0.4, 0.2] });
    expect([-1, 0, 1, 2, 9].map(listed)).toEqual([0.8, 0.8, 0.4, 0.2, 0.2]);
  });

  it('should refuse rates that are no list', () => {
    expect(() => make('listedSchedule', { rates: 3 })).toThrow('must be a list');
  });
});

describe('scores of candidates', () => {
  it('should be those written down, and NaN for a stranger', () => {
    const candidates = ['sgd', { learningRate: 0.1, lambda: 0 }];
    const score = make('listedScores', { candidates, scores: [0.5, NaN] });
    expect(['sgd', { learningRate: 0.1, lambda: 0 }, 'adam'].map(score)).toEqual([0.5, NaN, NaN]);
    // (4 − 2.5)²
    expect(make('squaredDistance', { from: 2.5 })(4)).toBe(2.25);
  });
});
