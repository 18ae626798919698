import { seedLabel, seedOfCase, type CaseStream } from './seeds';

const stream: CaseStream = { assignment: '03-losses', exercise: 'softmax', visibility: 'public', case: 'random' };

describe('seedOfCase', () => {
  it('should be the same for the same case and a 32-bit integer', () => {
    const seed = seedOfCase('course', stream);
    expect(seedOfCase('course', { ...stream })).toBe(seed);
    expect(seed | 0).toBe(seed);
  });

  it('should depend on every part of the stream', () => {
    const seeds = [
      seedOfCase('course', stream),
      seedOfCase('other', stream),
      seedOfCase('course', { ...stream, assignment: '04-regularization' }),
      seedOfCase('course', { ...stream, exercise: 'hingeLoss' }),
      seedOfCase('course', { ...stream, visibility: 'hidden' }),
      seedOfCase('course', { ...stream, case: 'random-2' }),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
  });
});

describe('seedLabel', () => {
  it('should be eight hex digits that distinguish seeds without revealing them', () => {
    expect(seedLabel('deadbeef')).toMatch(/^[0-9a-f]{8}$/);
    expect(seedLabel('deadbeef')).toBe(seedLabel('deadbeef'));
    expect(seedLabel('deadbeef')).not.toBe('deadbeef');
    expect(new Set(['a', 'b', 'c', 'd'].map(seedLabel)).size).toBe(4);
  });
});
