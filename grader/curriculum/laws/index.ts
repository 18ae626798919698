import { laws as own } from '#course/laws';
import { standardLaws } from '../../pipeline/checks/laws';
import { combine } from '../combine';
import { batchesHoldAll, batchesHoldOnce, batchesMix, batchesRepeat, batchesShuffle, batchSizes } from './batchLaws';
import { orderFollowsRule, orderIsKept, placesDrawnAgain } from './batchMistakes';
import { constantInFormula } from './constants';
import { classifiesAlike, classifiesAlone, classifiesAtLeast } from './classification';
import { placeholderIsBest } from './placeholders';
import { splitKeepsLabels, splitKeepsRows, splitRepeats, splitShuffles, splitSizes, splitSizesBy } from './splitLaws';
import { gradientsStandStill, historyOfBatches, rowsDrawnAgain } from './trainingMistakes';
import { batchesKeepLabels, epochsReorder, epochsTakeEachOnce, seedsReorder, stepsFollow } from './trainingLaws';

const ofExercises = [
  ...standardLaws,
  classifiesAlike,
  classifiesAlone,
  classifiesAtLeast,
  splitKeepsLabels,
  splitKeepsRows,
  splitRepeats,
  splitShuffles,
  splitSizes,
  splitSizesBy,
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
  gradientsStandStill,
  historyOfBatches,
  rowsDrawnAgain,
  orderFollowsRule,
  orderIsKept,
  placesDrawnAgain,
  constantInFormula,
  placeholderIsBest,
] as const;

/** The engine's laws, those of this course's exercises, and those that another course adds. */
export const laws = combine('a law', ofExercises, own);
