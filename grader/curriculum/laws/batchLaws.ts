import type { ValueRecord } from '../../execution/values';
import { defineLaw, type Violation } from '../../pipeline/checks/laws';
import { groupingOf, lawOfBatches, orderOf, readBatches, sizesOfBatches, type Batches } from './batches';
import { countSingles } from './countSingles';
import { readAll } from './lawOn';
import { neverChanges, withDifferentSeeds, zeroIsReplaced } from './seeds';
import { followsRule, tooAlike } from './shuffled';

/** The right number of batches, all full except the last. */
export const batchSizes = defineLaw({
  name: 'batchSizes',
  says: {
    en: () => 'there are as many batches as the indices need, all full except the last, which may be smaller',
    zh: () => '批次数不多不少，除最后一批外每批都是满的',
  },
  violation: lawOfBatches((batches, { inputs: { n, batchSize } }) => {
    const sizes = sizesOfBatches(Number(n), Number(batchSize));
    if (batches.length !== sizes.length)
      return { where: { en: 'the number of batches', zh: '批次的个数' }, expected: sizes.length, got: batches.length };
    const wrong = sizes.findIndex((size, index) => batches[index]?.length !== size);
    const where = { en: `indices in batch ${wrong}`, zh: `第 ${wrong} 批的位置数` };
    return wrong === -1 ? undefined : { where, expected: sizes[wrong] ?? NaN, got: batches[wrong]?.length ?? NaN };
  }),
});

/** Every index from 0 to n − 1 is in some batch. */
export const batchesHoldAll = defineLaw({
  name: 'batchesHoldAll',
  says: { en: () => 'each index is in some batch', zh: () => '每个位置都在某个批次里' },
  violation: lawOfBatches((batches, { inputs: { n } }) => {
    const held = new Set(batches.flat()).size;
    const where = { en: 'different indices in all batches together', zh: '所有批次里不同位置的个数' };
    return held === Number(n) ? undefined : { where, expected: Number(n), got: held };
  }),
});

/** No index is in two batches. */
export const batchesHoldOnce = defineLaw({
  name: 'batchesHoldOnce',
  says: { en: () => 'no index is in two batches', zh: () => '任何位置都不会同时出现在两个批次里' },
  violation: lawOfBatches((batches) => {
    const places = batches.flat();
    const once = countSingles(places);
    const where = { en: 'indices that are in no other batch', zh: '不在其他批次里的位置数' };
    return once === places.length ? undefined : { where, expected: places.length, got: once };
  }),
});

/** The same seed gives the same batches, independent of earlier calls. */
export const batchesRepeat = defineLaw({
  name: 'batchesRepeat',
  says: { en: () => 'the same seed gives the same batches', zh: () => '相同的种子给出相同的批次' },
  companions: (inputs) => [inputs],
  violation: lawOfBatches((batches, { inputs, companions: [again] }) => {
    const other = readBatches(inputs, again);
    if ('violation' in other) return other.violation;
    const [first, second] = [batches.flat(), other.read.flat()];
    const changed = first.findIndex((place, index) => place !== second[index]);
    const where = { en: `position ${changed} in the order`, zh: `顺序中的第 ${changed} 个位置` };
    return orderOf(batches) === orderOf(other.read)
      ? undefined
      : { where, expected: first[changed] ?? NaN, got: second[changed] ?? NaN };
  }),
});

const otherSeeds = withDifferentSeeds(20);

/** Different seeds give at least two orders, and 0 is not treated as missing. */
export const batchesShuffle = defineLaw({
  name: 'batchesShuffle',
  says: { en: () => 'different seeds give different orders', zh: () => '不同的种子给出不同的顺序' },
  companions: otherSeeds,
  violation: lawOfSeeds((bySeed, { n }) => {
    const orders = bySeed.map(orderOf);
    return neverChanges(orders) ?? zeroIsReplaced(orders, Number(n));
  }),
});

/** The grouping into batches changes with the seed, and so do neighbours: see Note [Alike by chance]. */
export const batchesMix = defineLaw({
  name: 'batchesMix',
  says: {
    en: () => 'neighbours are separated, and the indices that share a batch change with the seed',
    zh: () => '相邻的位置会被打散，同批的组合随种子而变',
  },
  companions: otherSeeds,
  violation: lawOfSeeds((bySeed, { n }) => {
    const different = new Set(bySeed.map(groupingOf)).size;
    const where = { en: 'ways to group the indices among different seeds', zh: '不同的种子给出的不同分组的个数' };
    if (different < 2) return { where, expected: 2, got: different };
    const orders = bySeed.map((batches) => batches.flat());
    return followsRule(orders, Number(n)) ?? tooAlike(orders, Number(n));
  }),
});

/** A law about the batches of all seeds. */
function lawOfSeeds(judge: (bySeed: readonly Batches[], inputs: ValueRecord) => Violation | undefined) {
  return lawOfBatches((_batches, { inputs, companions }) => {
    const bySeed = readAll(companions.map((companion) => readBatches(inputs, companion)));
    return 'read' in bySeed ? judge(bySeed.read, inputs) : bySeed.violation;
  });
}
