import { digitCounts } from '../../computations/digits';
import { stoppingAt, trainDigits } from '../../computations/training';
import { defineView, slider, toggle } from '../kit';
import { accuracy, loss, sentencesOf } from './picture';
import { epochsIn } from './readRecord';
import type { TrainingData, TrainingState } from './state';
import { trainingTexts, type TrainingTexts } from './texts';

const seed = 1;

/** Training on the digits, epoch by epoch, live or recorded. */
export const training = defineView<TrainingState, TrainingData, TrainingTexts>({
  id: 'training',
  exercises: ['trainMiniBatches', 'softmaxLoss', 'sgdStep', 'stoppingEpoch'],
  texts: trainingTexts,
  initial: {
    learningRate: 0.3,
    batchSize: 32,
    epochs: 25,
    lambda: 0,
    examples: 80,
    patience: 5,
    companion: false,
    recorded: undefined,
  },
  controls: (state, texts) => [
    slider(state, 'learningRate', texts.learningRate, { min: 0.01, max: 10, step: 0.05, log: true }),
    slider(state, 'batchSize', texts.batchSize, { min: 8, max: 240, step: 8 }),
    slider(state, 'epochs', texts.epochs, { min: 5, max: 60, step: 5 }),
    slider(state, 'examples', texts.examples, { min: 40, max: digitCounts.train, step: 20 }),
    slider(state, 'lambda', 'λ', { min: 0, max: 0.1, step: 0.002 }),
    slider(state, 'patience', texts.patience, { min: 1, max: 20, step: 1 }),
    toggle(state, 'companion', texts.companion, texts.companionOn),
    {
      kind: 'file',
      ...{ id: 'file', label: texts.file },
      read: (now, text, name) => ({ ...now, recorded: { name, epochs: epochsIn(text) } }),
    },
  ],
  compute: async ({ patience, companion: compared, recorded: _recorded, ...options }, call) => {
    const own = await call(trainDigits, { ...options, seed, by: 'student' });
    // Until the student has a training loop, show that of tfjs.
    const companion =
      compared || own.status !== 'ok' ? await call(trainDigits, { ...options, seed, by: 'tfjs' }) : undefined;
    // Epochs are counted from 0 there, without the accuracy before the first.
    const stopping =
      own.status === 'ok'
        ? await call(stoppingAt, { accuracies: own.value.validationAccuracy.slice(1), patience })
        : undefined;
    return { own, companion, stopping };
  },
  sentences: sentencesOf,
  figures: [loss, accuracy],
});
