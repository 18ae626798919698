import type { Value } from '../../execution/values';
import { lawNamed } from '../../pipeline/checks/laws';
import { violationOf } from '../../pipeline/checks/testing/violationOf';
import { laws } from '.';

const inputs = { n: 12, batchSize: 5, seed: 3 };
const holds = (law: string, batches: Value, of?: string): boolean =>
  violationOf(lawNamed(laws, law), { inputs, parameters: of === undefined ? {} : { of }, run: () => batches }) ===
  undefined;

const inOrder: Value = [
  [0, 1, 2, 3, 4],
  [5, 6, 7, 8, 9],
  [10, 11],
];
const wholeBatches: Value = [
  [5, 6, 7, 8, 9],
  [0, 1, 2, 3, 4],
  [10, 11],
];
const withinBatches: Value = [
  [2, 0, 1, 4, 3],
  [9, 6, 7, 8, 5],
  [11, 10],
];
const shuffled: Value = [
  [7, 0, 11, 4, 3],
  [9, 6, 2, 8, 5],
  [1, 10],
];
const drawnAgain: Value = [
  [7, 0, 7, 4, 3],
  [9, 6, 2, 8, 5],
  [1, 10],
];

describe('laws of wrong batches', () => {
  it.each([
    ['order', inOrder, [wholeBatches, withinBatches, shuffled]],
    ['runs', wholeBatches, [withinBatches, shuffled]],
    ['company', withinBatches, [wholeBatches, shuffled]],
  ])('should detect that %s is kept', (of, kept, others) => {
    expect(holds('orderIsKept', kept, of)).toBe(true);
    for (const other of others) expect(holds('orderIsKept', other, of)).toBe(false);
  });

  it('should detect that each index follows from the one before, even with repetitions', () => {
    const dealt = (order: readonly number[]): Value => [order.slice(0, 5), order.slice(5, 10), order.slice(10)];
    const places = Array.from({ length: 12 }, (_, place) => place);
    expect(holds('orderFollowsRule', dealt(places.map((place) => (7 * place + 3) % 12)))).toBe(true);
    expect(holds('orderFollowsRule', dealt(places.map((place) => (8 * place + 3) % 12)))).toBe(true);
    for (const other of [shuffled, withinBatches, [], [7, 7], 'no'] as const)
      expect(holds('orderFollowsRule', other)).toBe(false);
  });

  it('should detect drawing with replacement', () => {
    expect(holds('placesDrawnAgain', drawnAgain)).toBe(true);
    expect(holds('placesDrawnAgain', shuffled)).toBe(false);
    expect(
      holds('placesDrawnAgain', [
        [12, 1, 1, 4, 3],
        [9, 6, 2, 8, 5],
        [1, 10],
      ]),
    ).toBe(false);
    expect(holds('placesDrawnAgain', [[7, 7]])).toBe(false);
    expect(holds('placesDrawnAgain', [7, 7])).toBe(false);
  });
});
