import { Rate } from './Rate';

describe('Rate', () => {
  it('should be over the time since the first, and over a minute at most', () => {
    const rate = new Rate();
    expect(rate.perSecond(5_000)).toBe(0);
    for (let time = 10_000; time < 20_000; time += 500) rate.count(time);
    // 20 in the 10 seconds since the first.
    expect(rate.perSecond(20_000)).toBe(2);
    // 70 s after the first those of the first 10 s are gone: 80,000 − 60,000 = 20,000 > all of them.
    expect(rate.perSecond(79_900)).toBe(0);
    rate.count(79_900);
    expect(rate.perSecond(79_900)).toBe(0.02);
  });
});
