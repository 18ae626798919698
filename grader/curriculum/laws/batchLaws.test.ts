import { shuffledIndices } from '../../../data/examples/shuffledIndices';
import type { Value, ValueRecord } from '../../execution/values';
import { lawNamed } from '../../pipeline/checks/laws';
import { violationOf, type EnglishViolation } from '../../pipeline/checks/testing/violationOf';
import { laws as courseLaws } from '.';

const inputs: ValueRecord = { n: 5, batchSize: 2, seed: 3 };
const right: Value = [[3, 0], [4, 1], [2]];
const laws = ['batchSizes', 'batchesHoldAll', 'batchesHoldOnce', 'batchesRepeat'];

const broken = (law: string, run: (inputs: ValueRecord) => Value): EnglishViolation | undefined =>
  violationOf(lawNamed(courseLaws, law), { inputs, run });

describe('laws of batches', () => {
  it.each(laws)('%s should hold for right batches', (law) => {
    expect(broken(law, () => right)).toBeUndefined();
  });

  it.each([...laws, 'batchesShuffle', 'batchesMix'])(
    '%s should be broken by values that are not distinct indices',
    (law) => {
      expect(broken(law, () => [[0, 0], [0, 0], [0]])).toEqual({
        where: 'different indices in batch 0',
        expected: 2,
        got: 1,
      });
      expect(broken(law, () => [[1, 2], [3, 4], [5]])).toMatchObject({ where: 'different indices in batch 2' });
      expect(broken(law, () => [[0, 1.5], [3, 4], [2]])).toMatchObject({ where: 'different indices in batch 0' });
      for (const nothing of [undefined, 3, [3, 0, 4, 1, 2], {}, 'no'])
        expect(broken(law, () => nothing)).toMatchObject({
          because: { id: 'wrong-kind', expected: 'a list of lists' },
        });
    },
  );

  it('should report a short batch that is missing, filled up or not last', () => {
    const missing = [
      [3, 0],
      [4, 1],
    ];
    expect(broken('batchSizes', () => missing)).toEqual({ where: 'the number of batches', expected: 3, got: 2 });
    expect(broken('batchesHoldAll', () => missing)).toMatchObject({ expected: 5, got: 4 });
    expect(broken('batchesHoldOnce', () => missing)).toBeUndefined();
    const filled = [...missing, [2, 3]];
    expect(broken('batchSizes', () => filled)).toEqual({ where: 'indices in batch 2', expected: 1, got: 2 });
    // 3 is there twice: 0, 4, 1 and 2 are in no other batch.
    expect(broken('batchesHoldOnce', () => filled)).toMatchObject({ expected: 6, got: 4 });
    expect(broken('batchSizes', () => [[3], [0, 4], [1, 2]])).toEqual({
      where: 'indices in batch 0',
      expected: 2,
      got: 1,
    });
  });

  it('should report batches that change with the same seed', () => {
    let calls = 0;
    const other = [[3, 0], [1, 4], [2]];
    const changing = (): Value => ((calls += 1) % 2 === 0 ? right : other);
    expect(broken('batchesRepeat', changing)).toMatchObject({ where: 'position 2 in the order' });
  });

  it('should report orders that never change, and indices that are always together', () => {
    expect(broken('batchesShuffle', () => right)).toEqual({
      where: 'orders among different seeds',
      expected: 2,
      got: 1,
    });
    const isEven = ({ seed }: ValueRecord): boolean => Number(seed) % 2 === 0;
    const sameCompany = (given: ValueRecord): Value => (isEven(given) ? [[1, 4], [0, 3], [2]] : right);
    expect(broken('batchesMix', sameCompany)).toMatchObject({ expected: 2, got: 1 });
    expect(broken('batchesMix', (given) => (isEven(given) ? [[1, 0], [3, 4], [2]] : right))).toBeUndefined();
  });

  it('should distinguish a rotation from a shuffle', () => {
    const broken = (orderOf: (seed: number) => readonly number[]): EnglishViolation | undefined =>
      violationOf(lawNamed(courseLaws, 'batchesMix'), {
        inputs: { n: 24, batchSize: 4, seed: 3 },
        run: ({ seed }) => {
          const order = orderOf(Number(seed));
          return Array.from({ length: 6 }, (_, batch) => order.slice(4 * batch, 4 * batch + 4));
        },
      });
    expect(broken((seed) => shuffledIndices(24, seed))).toBeUndefined();
    const rotated = (seed: number): number[] => Array.from({ length: 24 }, (_, place) => (place + seed) % 24);
    expect(broken(rotated)?.where).toContain('steps of an order that follow one rule');
  });
});
