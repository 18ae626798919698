import { differencesOf, differingSpecs, stampId } from './stamp';
import { madeStamp } from './testing/madeStamp';

describe('stampId', () => {
  it('should be the same in whatever order the fields come, and another for any other value', () => {
    const { order, ...rest } = madeStamp;
    expect(stampId({ order, ...rest })).toBe(stampId(madeStamp));
    const others = [
      { ...madeStamp, seedLabel: '00000000' },
      { ...madeStamp, sources: 'abd' },
      { ...madeStamp, specHashes: { '03-losses': 'abd' } },
      { ...madeStamp, order: { ...order, language: 'zh' as const } },
      { ...madeStamp, order: { ...order, assignments: ['03-losses', '06-optimizers'] } },
    ].map(stampId);
    expect(new Set([stampId(madeStamp), ...others]).size).toBe(others.length + 1);
  });
});

describe('differencesOf', () => {
  it('should name what a worker has and what the batch needs', () => {
    expect(differencesOf(madeStamp, { ...madeStamp, isolation: 'process' })).toEqual([
      'the isolation level is process, and the batch needs bubblewrap',
    ]);
    expect(differencesOf(madeStamp, madeStamp)).toEqual([]);
  });

  it('should name checks that are others, or missing', () => {
    expect(differingSpecs(madeStamp, { '03-losses': 'xyz' })).toEqual([
      'the checks of 03-losses are xyz, and the batch needs abc',
    ]);
    expect(differingSpecs(madeStamp, {})).toEqual(['the checks of 03-losses are missing, and the batch needs abc']);
    expect(differingSpecs(madeStamp, { ...madeStamp.specHashes, '06-optimizers': 'more' })).toEqual([]);
  });
});
