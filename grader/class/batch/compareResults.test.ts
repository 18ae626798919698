import { compareResults } from './compareResults';
import { movesToText } from './movesToText';
import { madeResult } from './testing/madeResult';

const before = [
  madeResult('alice', { softmax: 5, hingeLoss: 10 }),
  madeResult('bob', { softmax: 10, hingeLoss: 10 }),
  madeResult('carol', { softmax: 0, hingeLoss: [0, 'error'] }),
  madeResult('dan', { softmax: 10, hingeLoss: 0 }, { contentHash: 'old' }),
];
const after = [
  madeResult('alice', { softmax: 7.5, hingeLoss: 10 }),
  madeResult('bob', { softmax: 10, hingeLoss: 10 }, { contentHash: 'b' }),
  madeResult('carol', { softmax: 0, hingeLoss: [0, 'timeout'] }),
  madeResult('dan', { softmax: 10, hingeLoss: [null, 'infrastructure'] }, { contentHash: 'new' }, 'infrastructure'),
  madeResult('eve', { softmax: 10, hingeLoss: 10 }),
];

describe('compareResults', () => {
  const comparison = compareResults(before, after);

  it('should report score changes, unknown ones first, then by size', () => {
    expect(comparison.compared).toBe(5);
    expect(
      comparison.moves.map(({ submission, before: from, after: to, isChanged }) => [submission, from, to, isChanged]),
    ).toEqual([
      ['dan', 10, null, true],
      ['eve', null, 20, false],
      ['alice', 15, 17.5, false],
      ['carol', 0, 0, false],
    ]);
  });

  it('should report the exercises that caused the change, in points or status', () => {
    const of = (name: string): unknown => comparison.moves.find(({ submission }) => submission === name)?.exercises;
    expect(of('alice')).toEqual([
      {
        assignment: '03-losses',
        exercise: 'softmax',
        before: 5,
        after: 7.5,
        statusBefore: 'failed',
        statusAfter: 'failed',
        maxBefore: 10,
        maxAfter: 10,
      },
    ]);
    expect(of('carol')).toMatchObject([{ exercise: 'hingeLoss', statusBefore: 'error', statusAfter: 'timeout' }]);
  });

  it('should format changes for people', () => {
    expect(movesToText(comparison)).toBe(
      [
        '4 of 5 results change; totals are out of 20 points',
        '',
        'submission   before    after   change  because of',
        'dan              10        –        ?  handed in again, softmax 10 → –, hingeLoss 0 → – (failed → infrastructure)',
        'eve               –       20        ?  handed in since',
        'alice            15     17.5     +2.5  softmax 5 → 7.5',
        'carol             0        0        0  hingeLoss (error → timeout)',
        '',
        '03-losses softmax: 1 up, 0 down, 1 with nothing to compare',
        '03-losses hingeLoss: 0 up, 0 down, 1 by status only, 1 with nothing to compare',
      ].join('\n'),
    );
    expect(movesToText(compareResults(after.slice(-1), []))).toBe(
      [
        '1 of 1 results changes; totals are out of – points now, out of 20 before',
        '',
        'submission   before    after   change  because of',
        'eve              20        –        ?  no longer submitted',
      ].join('\n'),
    );
    expect(movesToText(compareResults(before, before))).toBe('no scores changed (4 compared)');
  });
});

describe('compareResults, with a changed weight', () => {
  it('should report the new weight, because such a change is no loss', () => {
    const [whole] = [madeResult('alice', { softmax: 10, hingeLoss: 10 })];
    const [lighter] = [madeResult('alice', { softmax: 10, hingeLoss: [0, 'passed'] })];
    const assignments = lighter.assignments.map((one) => ({
      ...one,
      exercises: one.exercises.map((own) => (own.name === 'hingeLoss' ? { ...own, maxScore: 0 } : own)),
    }));
    const text = movesToText(compareResults([whole], [{ ...lighter, maxScore: 10, assignments }]));
    expect(text).toContain('1 of 1 results changes; totals are out of 10 points now, out of 20 before');
    expect(text).toContain('03-losses hingeLoss: 0 up, 1 down; worth 0 points now, 10 before');
  });
});

describe('compareResults, with a renamed exercise', () => {
  it('should compare it with its former name', () => {
    const [renamed] = [madeResult('alice', { softmaxLoss: 7.5 })];
    for (const { exercises } of renamed.assignments) for (const one of exercises) one.formerNames = ['softmaxCost'];
    expect(compareResults([madeResult('alice', { softmaxCost: 7.5 })], [renamed]).moves).toEqual([]);
    const [move] = compareResults([madeResult('alice', { softmaxCost: 5 })], [renamed]).moves;
    expect(move?.exercises).toMatchObject([{ exercise: 'softmaxLoss', before: 5, after: 7.5 }]);
  });
});
