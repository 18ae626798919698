import { z } from 'zod';
import { isArrayValue } from '../../execution/values';
import { defineLaw, theResult } from '../../pipeline/checks/laws';
import { lawOfBatches, sizesOfBatches, type Batches } from './batches';

// Signatures of known mistakes in batches, which right batches don't have. With few indices they occur by chance, so
// they require many.

const many = 12;

const isRun = (batch: readonly number[]): boolean => batch.every((place, index) => place === (batch[0] ?? NaN) + index);

const kept = {
  order: (batches: Batches) => isRun(batches.flat()),
  runs: (batches: Batches) => batches.every(isRun),
  company: (batches: Batches) => isRun(batches.flatMap((batch) => batch.toSorted((a, b) => a - b))),
};

const keptIn = {
  order: { en: 'all indices are in their order', zh: '所有位置都保持原来的顺序' },
  runs: { en: 'each batch is a run of indices in their order', zh: '每批都是一段保持原顺序的位置' },
  company: { en: 'each batch holds the indices that it would hold without shuffling', zh: '每批的位置与不打乱时相同' },
};

/** Part of the data's order is kept instead of shuffled. */
export const orderIsKept = defineLaw({
  name: 'orderIsKept',
  parameters: z.strictObject({ of: z.enum(['order', 'runs', 'company']) }),
  says: { en: ({ of }) => keptIn[of].en, zh: ({ of }) => keptIn[of].zh },
  violation(context) {
    const { of } = context.parameters;
    return lawOfBatches((batches, { inputs: { n } }) =>
      Number(n) < many || kept[of](batches) ? undefined : { where: theResult, expected: 1, got: 0 },
    )(context);
  },
});

/** Batches of the right sizes drawn with replacement, so some indices occur twice. */
export const placesDrawnAgain = defineLaw({
  name: 'placesDrawnAgain',
  says: { en: () => 'some indices occur twice', zh: () => '有些位置出现了两次' },
  violation({ inputs: { n, batchSize }, result }) {
    const violation = { where: theResult, expected: 1, got: 0 };
    if (!isArrayValue(result) || !result.every(isArrayValue)) return violation;
    const sizes = sizesOfBatches(Number(n), Number(batchSize));
    const places = result.flat();
    const areSized = result.length === sizes.length && result.every(({ length }, index) => length === sizes[index]);
    const arePlaces = places.every((place) => typeof place === 'number' && place >= 0 && place < Number(n));
    const comeTwice = Number(n) < many || new Set(places).size < places.length;
    return areSized && arePlaces && comeTwice ? undefined : violation;
  },
});

/** Each index follows from the one before by a rule i → a·i + c mod n, even with repetitions. */
export const orderFollowsRule = defineLaw({
  name: 'orderFollowsRule',
  says: { en: () => 'each index follows from the one before', zh: () => '每个位置都由前一个按同一规则得出' },
  violation({ inputs: { n }, result }) {
    const places = isArrayValue(result) ? result.flatMap((batch) => (isArrayValue(batch) ? batch : [])) : [];
    const follows = Number(n) < many || (places.length >= many && followOneRule(places.map(Number), Number(n)));
    return follows ? undefined : { where: theResult, expected: 1, got: 0 };
  },
});

function followOneRule(places: readonly number[], n: number): boolean {
  const [first = NaN, second = NaN] = places;
  return Array.from({ length: n - 1 }, (_, index) => index + 1).some((factor) => {
    const shift = second - factor * first;
    return places.every(
      (place, index) => index === 0 || (factor * (places[index - 1] ?? NaN) + shift - place) % n === 0,
    );
  });
}
