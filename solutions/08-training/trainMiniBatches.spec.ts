import {
  defineExercise,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  property,
  reference,
} from 'descent/author';
import * as alternatives from './alternatives.training';
import { trainMiniBatches as solution } from './training';
import { trainingCases } from './trainingCases';
import { trainingMistakes } from './trainingMistakes';
import * as witnesses from './witnesses';

export const trainMiniBatches = defineExercise({
  name: 'trainMiniBatches',
  arguments: ['x', 'y', 'options'],
  reference: solution,
  cases: trainingCases,
  checks: [
    reference('W', { points: 2 }),
    reference('lossHistory', { points: 2 }),
    reference(undefined, { id: 'sameLabels', points: 1, on: ['same-labels'] }),
    property('epochsTakeEachOnce', { points: 1, id: 'rows', on: ['batches', 'state-is-a-record', 'singles'] }),
    property('batchesKeepLabels', { points: 0.5, id: 'labels', on: ['batches', 'state-is-a-record', 'singles'] }),
    property('epochsReorder', { points: 0.5, id: 'newOrder', on: ['batches'] }),
    property('seedsReorder', { points: 0.5, id: 'seeds', on: ['batches', 'no-penalty'] }),
    property('sameAgain', { points: 0.5, id: 'repeats', on: ['batches', 'seed-zero'] }),
    property('stepsFollow', { points: 1, id: 'follows', on: ['batches', 'state-is-a-record', 'singles'] }),
    leavesInputsAlone({ points: 0.5, on: ['by-hand', 'classification', 'no-epochs', 'batches'] }),
    leavesNoTensors({ points: 0.5, on: ['by-hand', 'classification', 'no-epochs', 'batches', 'state-is-a-record'] }),
  ],
  mistakes: trainingMistakes,
  alternatives: alternatives.trainMiniBatches,
  witnesses: [
    { name: 'tf.train.momentum and its autodiff', compute: witnesses.trainMiniBatches(0.2, 0.8), on: ['regression'] },
  ],
  forbidden: libraryAnswers,
});
