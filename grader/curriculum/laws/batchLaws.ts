import { groupingOf, lawOfBatches, orderOf, readBatches, sizesOfBatches, type Batches } from './batches';
import { noCompanions, type Law } from '../../pipeline/checks/laws/law';

/** As many batches as it takes, all full but the last. */
export const batchSizes: Law = {
  companions: noCompanions,
  violation: lawOfBatches((batches, { inputs: { n, batchSize } }) => {
    const sizes = sizesOfBatches(Number(n), Number(batchSize));
    if (batches.length !== sizes.length) return { where: 'the number of batches', expected: sizes.length, got: batches.length };
    const wrong = sizes.findIndex((size, index) => batches[index]?.length !== size);
    return wrong === -1
      ? undefined
      : { where: `places in batch ${wrong}`, expected: sizes[wrong] ?? NaN, got: batches[wrong]?.length ?? NaN };
  }),
};

/** Every place from 0 to n − 1 is in some batch. */
export const batchesHoldAll: Law = {
  companions: noCompanions,
  violation: lawOfBatches((batches, { inputs: { n } }) => {
    const held = new Set(batches.flat()).size;
    return held === Number(n) ? undefined : { where: 'different places in all batches together', expected: Number(n), got: held };
  }),
};

/** No place is in two batches. */
export const batchesHoldOnce: Law = {
  companions: noCompanions,
  violation: lawOfBatches((batches) => {
    const places = batches.flat();
    const once = places.filter((place) => places.indexOf(place) === places.lastIndexOf(place)).length;
    return once === places.length ? undefined : { where: 'places that are in no other batch', expected: places.length, got: once };
  }),
};

/** The same seed gives the same batches, whatever was asked before. */
export const batchesRepeat: Law = {
  companions: (inputs) => [inputs],
  violation: lawOfBatches((batches, { inputs, companions: [again] }) => {
    const read = readBatches(inputs, again);
    if ('violation' in read) return read.violation;
    const [first, second] = [batches.flat(), read.batches.flat()];
    const changed = first.findIndex((place, index) => place !== second[index]);
    return orderOf(batches) === orderOf(read.batches)
      ? undefined
      : { where: `place ${changed} in the order`, expected: first[changed] ?? NaN, got: second[changed] ?? NaN };
  }),
};

/** Among the seeds 0 to 9 at least two orders occur. */
export const batchesShuffle: Law = differsBySeed(orderOf, 'orders among the seeds 0 to 9');

/** Among the seeds 0 to 9 at least two ways occur of who comes together with whom. */
export const batchesMix: Law = differsBySeed(groupingOf, 'ways to group the places among the seeds 0 to 9');

function differsBySeed(textOf: (batches: Batches) => string, where: string): Law {
  return {
    companions: (inputs) => Array.from({ length: 10 }, (_, seed) => ({ ...inputs, seed })),
    violation: lawOfBatches((_batches, { inputs, companions }) => {
      const texts = new Set<string>();
      for (const companion of companions) {
        const read = readBatches(inputs, companion);
        if ('violation' in read) return read.violation;
        texts.add(textOf(read.batches));
      }
      return texts.size > 1 ? undefined : { where, expected: 2, got: texts.size };
    }),
  };
}
