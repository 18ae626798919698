import { defineLaw, type Law } from '../../pipeline/checks/laws';
import { groupingOf, lawOfBatches, orderOf, readBatches, sizesOfBatches, type Batches } from './batches';
import { ordersAmongSeeds, tenSeeds } from './seeds';

/** As many batches as it takes, all full but the last. */
export const batchSizes = defineLaw({
  name: 'batchSizes',
  says: {
    en: () => 'there are as many batches as it takes, all full but the last, which has what is left',
    zh: () => '批次的个数正好够用，除最后一批装剩下的以外都是满的',
  },
  violation: lawOfBatches((batches, { inputs: { n, batchSize } }) => {
    const sizes = sizesOfBatches(Number(n), Number(batchSize));
    if (batches.length !== sizes.length)
      return { where: { en: 'the number of batches', zh: '批次的个数' }, expected: sizes.length, got: batches.length };
    const wrong = sizes.findIndex((size, index) => batches[index]?.length !== size);
    const where = { en: `places in batch ${wrong}`, zh: `第 ${wrong} 批的位置数` };
    return wrong === -1 ? undefined : { where, expected: sizes[wrong] ?? NaN, got: batches[wrong]?.length ?? NaN };
  }),
});

/** Every place from 0 to n − 1 is in some batch. */
export const batchesHoldAll = defineLaw({
  name: 'batchesHoldAll',
  says: { en: () => 'each place is in some batch', zh: () => '每个位置都在某个批次里' },
  violation: lawOfBatches((batches, { inputs: { n } }) => {
    const held = new Set(batches.flat()).size;
    const where = { en: 'different places in all batches together', zh: '所有批次里不同位置的个数' };
    return held === Number(n) ? undefined : { where, expected: Number(n), got: held };
  }),
});

/** No place is in two batches. */
export const batchesHoldOnce = defineLaw({
  name: 'batchesHoldOnce',
  says: { en: () => 'no place is in two batches', zh: () => '没有一个位置同时在两个批次里' },
  violation: lawOfBatches((batches) => {
    const places = batches.flat();
    const once = places.filter((place) => places.indexOf(place) === places.lastIndexOf(place)).length;
    const where = { en: 'places that are in no other batch', zh: '不在其他批次里的位置数' };
    return once === places.length ? undefined : { where, expected: places.length, got: once };
  }),
});

/** The same seed gives the same batches, whatever was asked before. */
export const batchesRepeat = defineLaw({
  name: 'batchesRepeat',
  says: { en: () => 'the same seed gives the same batches', zh: () => '同样的种子给出同样的批次' },
  companions: (inputs) => [inputs],
  violation: lawOfBatches((batches, { inputs, companions: [again] }) => {
    const read = readBatches(inputs, again);
    if ('violation' in read) return read.violation;
    const [first, second] = [batches.flat(), read.batches.flat()];
    const changed = first.findIndex((place, index) => place !== second[index]);
    const where = { en: `place ${changed} in the order`, zh: `顺序中的第 ${changed} 个位置` };
    return orderOf(batches) === orderOf(read.batches)
      ? undefined
      : { where, expected: first[changed] ?? NaN, got: second[changed] ?? NaN };
  }),
});

/** Among the seeds 0 to 9 at least two orders occur. */
export const batchesShuffle = defineLaw({
  name: 'batchesShuffle',
  says: { en: () => 'different seeds give different orders', zh: () => '不同的种子给出不同的顺序' },
  companions: tenSeeds,
  violation: differsBySeed(orderOf, ordersAmongSeeds),
});

/** Among the seeds 0 to 9 at least two ways occur of who comes together with whom. */
export const batchesMix = defineLaw({
  name: 'batchesMix',
  says: { en: () => 'who comes together in a batch changes with the seed', zh: () => '谁和谁同批随种子而变' },
  companions: tenSeeds,
  violation: differsBySeed(groupingOf, {
    en: 'ways to group the places among the seeds 0 to 9',
    zh: '种子 0 到 9 给出的不同分组的个数',
  }),
});

function differsBySeed(textOf: (batches: Batches) => string, where: typeof ordersAmongSeeds): Law['violation'] {
  return lawOfBatches((_batches, { inputs, companions }) => {
    const texts = new Set<string>();
    for (const companion of companions) {
      const read = readBatches(inputs, companion);
      if ('violation' in read) return read.violation;
      texts.add(textOf(read.batches));
    }
    return texts.size > 1 ? undefined : { where, expected: 2, got: texts.size };
  });
}
