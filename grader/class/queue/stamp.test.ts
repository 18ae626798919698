import { proofDifferences, specDifferences, stampId } from './stamp';
import { madeStamp } from './testing/madeStamp';

describe('stampId', () => {
  it('should ignore the order of fields, and change with any value', () => {
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

describe('proofDifferences', () => {
  it('should name both values', () => {
    expect(proofDifferences(madeStamp, { ...madeStamp, isolation: 'process' })).toEqual([
      'the isolation level is process, and the batch needs bubblewrap',
    ]);
    expect(proofDifferences(madeStamp, madeStamp)).toEqual([]);
  });
});

describe('specDifferences', () => {
  it('should name checks that differ or are missing', () => {
    expect(specDifferences(madeStamp, { '03-losses': 'xyz' })).toEqual([
      'the checks of 03-losses are xyz, and the batch needs abc',
    ]);
    expect(specDifferences(madeStamp, {})).toEqual(['the checks of 03-losses are missing, and the batch needs abc']);
    expect(specDifferences(madeStamp, { ...madeStamp.specHashes, '06-optimizers': 'more' })).toEqual([]);
  });
});
