import { standardLaws } from '../../pipeline/checks/laws';
import { batchesHoldAll, batchesHoldOnce, batchesMix, batchesRepeat, batchesShuffle, batchSizes } from './batchLaws';
import { constantInFormula } from './constants';
import { classifiesAlike, classifiesAlone, classifiesAtLeast } from './classification';
import { splitKeepsLabels, splitKeepsRows, splitRepeats, splitShuffles, splitSizes } from './splitLaws';
import { historyOfBatches, rowsDrawnAgain } from './trainingMistakes';
import { batchesKeepLabels, epochsReorder, epochsTakeEachOnce, seedsReorder, stepsFollow } from './trainingLaws';

/** The engine's laws and those of this course's exercises. */
export const laws = [
  ...standardLaws,
  classifiesAlike,
  classifiesAlone,
  classifiesAtLeast,
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
  historyOfBatches,
  rowsDrawnAgain,
  constantInFormula,
] as const;
