import { batchesHoldAll, batchesHoldOnce, batchesMix, batchesRepeat, batchesShuffle, batchSizes } from '../../../curriculum/laws/batchLaws';
import { classifiesAlike, classifiesAlone, classifiesAtLeast } from '../../../curriculum/laws/classification';
import { columnsSumTo } from './columnsSumTo';
import { firstRowIs } from './firstRowIs';
import type { Law } from './law';
import { rowsSumTo } from './rowsSumTo';
import { sameAgain } from './sameAgain';
import { scalesWith } from './scalesWith';
import { splitKeepsLabels, splitKeepsRows, splitRepeats, splitShuffles, splitSizes } from '../../../curriculum/laws/splitLaws';
import { batchesKeepLabels, epochsReorder, epochsTakeEachOnce, seedsReorder, stepsFollow } from '../../../curriculum/laws/trainingLaws';
import { unchangedUnder } from './unchangedUnder';

const registry: Readonly<Record<string, Law>> = {
  classifiesAlike,
  classifiesAlone,
  classifiesAtLeast,
  columnsSumTo,
  firstRowIs,
  rowsSumTo,
  sameAgain,
  scalesWith,
  unchangedUnder,
  splitKeepsLabels,
  splitKeepsRows,
  splitRepeats,
  splitShuffles,
  splitSizes,
  batchSizes,
  batchesMix,
  batchesRepeat,
  batchesShuffle,
  batchesHoldAll,
  batchesHoldOnce,
  batchesKeepLabels,
  epochsReorder,
  epochsTakeEachOnce,
  seedsReorder,
  stepsFollow,
};

/** The law of this name. @throws if the registry has none */
export function lawNamed(name: string): Law {
  const law = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (law === undefined) throw new Error(`there is no law named ${name}; known: ${Object.keys(registry).join(', ')}`);
  return law;
}
