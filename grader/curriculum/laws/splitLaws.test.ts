import { shuffledIndices } from '../../../data/examples/shuffledIndices';
import { seededRandom } from '../../descent/seededRandom';
import { labels, tensor } from '../../pipeline/course/spec/values';
import { TensorValue, valueAt, type Value, type ValueRecord } from '../../execution/values';
import { lawNamed } from '../../pipeline/checks/laws';
import { violationOf, type EnglishViolation } from '../../pipeline/checks/testing/violationOf';
import { laws as courseLaws } from '.';

// Row i is [i], and its label is i mod 2.
const x = tensor([[0], [1], [2], [3], [4], [5]]);
const y = labels([0, 1, 0, 1, 0, 1]);
const inputs: ValueRecord = { x, y, fractions: { validation: 0.4, test: 0.2 }, seed: 3 };

const part = (...rows: number[]): ValueRecord => ({
  x: new TensorValue([rows.length, 1], 'float32', Float64Array.from(rows)),
  y: labels(rows.map((row) => row % 2)),
});
/** ⌊6·0.4⌋ = 2 rows for validation, ⌊6·0.2⌋ = 1 for test. */
const right: ValueRecord = { train: part(5, 0, 2), validation: part(1, 4), test: part(3) };

const broken = (law: string, run: (inputs: ValueRecord) => Value): EnglishViolation | undefined =>
  violationOf(lawNamed(courseLaws, law), { inputs, run });

describe('laws of splits', () => {
  const laws = ['splitSizes', 'splitKeepsRows', 'splitKeepsLabels', 'splitRepeats'];

  it.each(laws)('%s should hold for a right split', (law) => {
    expect(broken(law, () => right)).toBeUndefined();
  });

  it.each([...laws, 'splitShuffles'])('%s should be broken by values that are not rows of the data', (law) => {
    const zeros = { train: part(0, 0, 0), validation: part(0, 0), test: { x: tensor([[7]]), y: labels([1]) } };
    expect(broken(law, () => zeros)).toEqual({ where: 'rows of test.x that are rows of x', expected: 1, got: 0 });
    expect(broken(law, () => ({ ...right, test: { x: tensor([3]), y: labels([1]) } }))).toMatchObject({
      because: { id: 'wrong-shape' },
    });
    expect(broken(law, () => ({ ...right, test: { x: part(3)['x'], y: labels([1, 0]) } }))).toMatchObject({
      because: { path: 'test.y' },
    });
    for (const nothing of [undefined, 3, x])
      expect(broken(law, () => nothing)).toMatchObject({ because: { id: 'not-a-tensor' } });
    const { validation, ...others } = right;
    expect(broken(law, () => ({ ...others, val: validation }))).toMatchObject({
      because: { id: 'missing-field', path: 'validation', fields: ['train', 'test', 'val'] },
    });
    expect(broken(law, () => ({ ...right, test: { x, labels: labels([1]) } }))).toMatchObject({
      because: { id: 'missing-field', path: 'test.y', fields: ['x', 'labels'] },
    });
  });

  it('should report wrong sizes', () => {
    const rounded = { ...right, train: part(5, 0), test: part(2, 3) };
    expect(broken('splitSizes', () => rounded)).toEqual({ where: 'rows of train', expected: 3, got: 2 });
  });

  it('should detect the wrong rule behind sizes', () => {
    // 6·0.4 = 2.4 and 6·0.2 = 1.2, which are 3.6 together; 5 rows without the test set, times 0.4, are 2.
    // 4 rows without the validation set, times 0.2, are 0.8.
    const follows = (validation: number, test: number): readonly string[] => {
      const rows = [0, 1, 2, 3, 4, 5];
      const split = {
        validation: part(...rows.slice(0, validation)),
        test: part(...rows.slice(validation, validation + test)),
        train: part(...rows.slice(validation + test)),
      };
      const rules = ['nearest', 'up', 'sum', 'swapped', 'rest'];
      const run = (): Value => split;
      return rules.filter(
        (rule) =>
          violationOf(lawNamed(courseLaws, 'splitSizesBy'), { inputs, parameters: { rule }, run }) === undefined,
      );
    };
    expect(follows(3, 2)).toEqual(['up']);
    expect(follows(1, 2)).toEqual(['swapped']);
    expect(follows(2, 1)).toEqual(['nearest', 'sum', 'rest']);
    expect(follows(2, 0)).toEqual(['rest']);
    expect(follows(0, 6)).toEqual([]);
  });

  it('should report rows that are lost or occur twice', () => {
    const overlapping = { ...right, test: part(5) };
    // 5 is there twice and 3 not at all: 0, 1, 2, 4 remain.
    expect(broken('splitKeepsRows', () => overlapping)).toMatchObject({ expected: 6, got: 4 });
  });

  it('should report labels that were not moved', () => {
    const behind = { ...right, validation: { x: valueAt(right, ['validation', 'x']), y: labels([0, 0]) } };
    expect(broken('splitKeepsLabels', () => behind)).toMatchObject({ expected: 6, got: 5 });
  });

  it('should report a split that changes, and one that never does', () => {
    let calls = 0;
    const other = { ...right, train: part(0, 5, 2) };
    expect(broken('splitRepeats', () => ((calls += 1) % 2 === 0 ? right : other))).toMatchObject({ where: 'train.x' });
    expect(broken('splitShuffles', () => right)).toEqual({
      where: 'orders among different seeds',
      expected: 2,
      got: 1,
    });
  });

  describe('of 24 rows', () => {
    const many: ValueRecord = {
      x: tensor(Array.from({ length: 24 }, (_, row) => [row])),
      y: labels(Array.from({ length: 24 }, (_, row) => row % 2)),
      fractions: { validation: 0.25, test: 0.25 },
      seed: 3,
    };
    const split = (order: readonly number[]): Value => ({
      train: part(...order.slice(0, 12)),
      validation: part(...order.slice(12, 18)),
      test: part(...order.slice(18)),
    });
    const byOrder = (orderOf: (seed: number) => readonly number[]): EnglishViolation | undefined =>
      violationOf(lawNamed(courseLaws, 'splitShuffles'), {
        inputs: many,
        run: ({ seed }) => split(orderOf(Number(seed))),
      });

    it('should hold for a shuffle', () => {
      expect(byOrder((seed) => shuffledIndices(24, seed))).toBeUndefined();
    });

    it('should hold for slightly uneven shuffles, since any generator is accepted', () => {
      const swapped = (seed: number, places: (row: number) => number): number[] => {
        const next = seededRandom(seed);
        const order = Array.from({ length: 24 }, (_, row) => row);
        for (let row = 23; row > 0; row -= 1) {
          const other = Math.floor(next() * places(row));
          [order[row], order[other]] = [order[other] ?? NaN, order[row] ?? NaN];
        }
        return order;
      };
      // Swaps with any index, only with earlier ones, and a sort with a random comparison.
      expect(byOrder((seed) => swapped(seed, () => 24))).toBeUndefined();
      expect(byOrder((seed) => swapped(seed, (row) => row))).toBeUndefined();
      expect(
        byOrder((seed) => {
          const next = seededRandom(seed);
          return Array.from({ length: 24 }, (_, row) => row).sort(() => next() - 0.5);
        }),
      ).toBeUndefined();
    });

    it('should report a rotation, which follows a rule', () => {
      const rotated = (seed: number): number[] => Array.from({ length: 24 }, (_, row) => (row + seed) % 24);
      expect(byOrder(rotated)?.where).toContain('steps of an order that follow one rule');
    });

    it('should report parts that are sorted again, and a seed 0 treated as missing', () => {
      const sorted = (rows: readonly number[]): number[] => rows.toSorted((a, b) => a - b);
      const partsSorted = (seed: number): number[] => {
        const order = shuffledIndices(24, seed);
        return [...sorted(order.slice(0, 12)), ...sorted(order.slice(12, 18)), ...sorted(order.slice(18))];
      };
      expect(byOrder(partsSorted)).toEqual({
        where: 'seeds for which the rows of train are in the order of the data',
        expected: 0,
        got: 20,
      });
      expect(byOrder((seed) => shuffledIndices(24, seed || 42))).toEqual({
        where: 'orders that seed 0 shares with seed 42',
        expected: 0,
        got: 1,
      });
    });

    it('should report a shuffle within each part', () => {
      const apart = (seed: number): number[] => [
        ...shuffledIndices(12, seed),
        ...shuffledIndices(6, seed).map((row) => 12 + row),
        ...shuffledIndices(6, seed + 1).map((row) => 18 + row),
      ];
      expect(byOrder(apart)).toEqual({
        where: 'rows that are in train with one of 20 seeds',
        expected: 23,
        got: 12,
      });
    });
  });
});
