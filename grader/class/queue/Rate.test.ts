import { Rate } from './Rate';

describe('Rate', () => {
  it('should average over the time since the first event, and over at most a minute', () => {
    const rate = new Rate();
    expect(rate.perSecond(5_000)).toBe(0);
    for (let time = 10_000; time < 20_000; time += 500) rate.count(time);
    // 20 in the 10 seconds since the first.
    expect(rate.perSecond(20_000)).toBe(2);
    // The window starts at 79,900 − 60,000 = 19,900, after the last event at 19,500.
    expect(rate.perSecond(79_900)).toBe(0);
    rate.count(79_900);
    expect(rate.perSecond(79_900)).toBe(0.02);
  });
});
