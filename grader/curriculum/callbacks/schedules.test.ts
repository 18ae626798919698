import { callback } from '../author';
import { exponentialSchedule, listedSchedule, listedScores, squaredDistance } from './schedules';

type OfOne = (argument: unknown) => unknown;

describe('schedules', () => {
  it('should give the rate of a step', () => {
    // 0.1·e^(−1)
    expect((exponentialSchedule.make({ lr0: 0.1, k: 0.01 }) as OfOne)(100)).toBeCloseTo(0.0367879441, 10);
    const listed = listedSchedule.make({ rates: [0.8, 0.4, 0.2] }) as OfOne;
    expect([-1, 0, 1, 2, 9].map(listed)).toEqual([0.8, 0.8, 0.4, 0.2, 0.2]);
  });

  it('should reject rates that are not a list', () => {
    // @ts-expect-error -- rates are a list
    const one = (): unknown => callback('listedSchedule', { rates: 3 });
    expect(one).toThrow("listedSchedule can't take its parameter rates as it is given: listedSchedule is t ↦ rates[t]");
  });
});

describe('scores of candidates', () => {
  it('should be the listed ones, and NaN for an unknown candidate', () => {
    const candidates = ['sgd', { learningRate: 0.1, lambda: 0 }];
    const score = listedScores.make({ candidates, scores: [0.5, NaN] }) as OfOne;
    expect(['sgd', { learningRate: 0.1, lambda: 0 }, 'adam'].map(score)).toEqual([0.5, NaN, NaN]);
    // (4 − 2.5)²
    expect((squaredDistance.make({ from: 2.5 }) as OfOne)(4)).toBe(2.25);
  });
});
