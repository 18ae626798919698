import { isWeakSeed, newSeed } from './secretSeed';

describe('newSeed', () => {
  it('should be 128 bits, different each time, and strong', () => {
    const seeds = Array.from({ length: 100 }, () => newSeed());
    expect(new Set(seeds).size).toBe(100);
    expect(seeds.every((seed) => /^[0-9a-f]{32}$/.test(seed))).toBe(true);
    // 32 random digits with fewer than 8 different ones are rarer than one in a billion.
    expect(seeds.some(isWeakSeed)).toBe(false);
  });
});

describe('isWeakSeed', () => {
  it.each([
    '',
    's3cret',
    'cs231n-spring-2027',
    'descent-hidden-2027',
    'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    '1212121212121212121212',
  ])('should be so of %j', (seed) => expect(isWeakSeed(seed)).toBe(true));
});
