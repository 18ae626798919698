import * as tf from '@tensorflow/tfjs';
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs';
import {
  defineExercise,
  digitsData,
  labelsOf,
  leavesInputsAlone,
  property,
  randomCase,
  sign,
  type CaseSpec,
  type DigitsSelection,
  type Random,
} from 'descent/author';
import * as classifiers from './classifiers';
import { trainClassifier as solution } from './training';

/** Number of images that are also classified one by one. */
const alone = 10;

interface Pictures {
  readonly visibility: 'public' | 'hidden';
  /** Source of the test images, of which the case's seed draws distorted copies. Their labels stay with the grader. */
  readonly test: DigitsSelection['part'];
}

/**
 * The case's seed draws everything: the images for training, validation and testing, their numbers, copies and order.
 * So no position reveals a label, and no size a hidden case.
 */
function reading(id: string, label: string, { visibility, test }: Pictures): CaseSpec {
  return randomCase(
    id,
    (random) => {
      const order = seedFrom(random);
      const count = random.integer(760, 800);
      const train = digitsData({ part: 'train', order, count });
      const validation = digitsData({ part: 'train', order, first: count, count: random.integer(160, 200) });
      return { train: { ...train }, validation: { ...validation }, budget: { steps: 1000 } };
    },
    {
      label,
      copies: { public: 0, hidden: 0, [visibility]: 1 },
      apply: (random) => {
        const count = random.integer(260, 297);
        const copies = random.integer(3, 4);
        const all = { part: test, order: seedFrom(random), count, copies, seed: seedFrom(random) };
        const some = Array.from({ length: alone }, (_, only) => ({ ...all, only }));
        return [all, ...some].map((one) => [digitsData(one).x]);
      },
      expected: (asked) => asked.map(([images]) => labelsOf(images)),
    },
  );
}

function seedFrom(random: Random): number {
  return random.integer(0, 2 ** 31 - 1);
}

// Nearest neighbors need no training, so these mistakes are cheap.
const nearest = classifiers.nearestNeighbors(1);
const spoilt =
  (spoil: (labels: Tensor1D) => Tensor1D): typeof solution =>
  (...given) => {
    const classify = nearest(...given);
    return (x) => spoil(classify(x));
  };
const centredByBatch: typeof solution = (train, validation, budget) => {
  const centred = (x: Tensor2D): Tensor2D => x.sub(x.mean(0));
  const classify = nearest({ x: centred(train.x), y: train.y }, validation, budget);
  return (x) => classify(centred(x));
};

const tiers = { low: 0.45, middle: 0.63, high: 0.8, top: 0.85 };
const allTiers = ['low', 'middle', 'high', 'top'];

export const trainClassifier = defineExercise({
  name: 'trainClassifier',
  arguments: ['train', 'validation', 'budget'],
  reference: solution,
  cases: [
    // Test images are never those for validation, also in a student's copy.
    reading('released', 'the images are among those that you have', { visibility: 'public', test: 'validation' }),
    reading('unseen', 'no one has seen the images before', { visibility: 'hidden', test: 'test' }),
  ],
  checks: [
    property('classifiesAtLeast', { id: 'low', share: tiers.low, points: 2.5 }),
    property('classifiesAlone', { id: 'alone', share: tiers.low, points: 1 }),
    property('classifiesAtLeast', { id: 'middle', share: tiers.middle, points: 2 }),
    property('classifiesAtLeast', { id: 'high', share: tiers.high, points: 2 }),
    property('classifiesAtLeast', { id: 'top', share: tiers.top, points: 2 }),
    leavesInputsAlone({ points: 0.5 }),
  ],
  mistakes: [
    {
      id: 'one-class-for-all',
      fails: allTiers,
      holds: sign('classifiesAlike', {}),
      make: () => spoilt((labels) => tf.zerosLike(labels)),
    },
    {
      id: 'labels-from-one',
      fails: allTiers,
      holds: sign('classifiesAtLeast', { share: tiers.low, offset: 1 }),
      make: () => spoilt((labels) => labels.add(tf.scalar(1, 'int32'))),
    },
    {
      id: 'standardized-by-the-batch',
      fails: ['alone'],
      holds: sign('classifiesAtLeast', { share: tiers.low }),
      make: () => centredByBatch,
    },
  ],
  alternatives: {
    'nearest neighbors among images placed at random': classifiers.nearestAmongPlaced(5, 5),
    'a network of tf.layers': classifiers.layersNetwork(30),
  },
  witnesses: [],
  forbidden: [],
  unrestricted: 'any model may be trained in any way, since only its accuracy counts',
  seconds: 90,
  maxBytes: 200_000,
  costly: 'it is marked by accuracy, so a change that still learns is right, and each check takes a training',
});
