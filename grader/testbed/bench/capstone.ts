/**
 * Accuracy of classifiers on the capstone's distorted images, over several seeds, as a Markdown table.
 *
 *     node grader/testbed/bench/run.js capstone [SEEDS] [NAME]
 */
import '../../precision';
import { digitsData, type DigitsSelection } from '../../curriculum/data/digits';
import { execute } from '../../execution';
import { TensorValue, type Value } from '../../execution/values';
import * as classifiers from '../../../solutions/08-training/classifiers';
import { trainClassifier } from '../../../solutions/08-training/training';
import { median } from './shared/median';

type Trainer = typeof trainClassifier;

const steps = 1000;
const copies = 2;

const methods: Readonly<Record<string, Trainer>> = {
  'linear softmax': classifiers.linearSoftmax(0),
  'one hidden layer': classifiers.hiddenLayer(0),
  '5-nearest neighbors': classifiers.nearestNeighbors(5),
  '1-nearest neighbor': classifiers.nearestNeighbors(1),
  'linear softmax, augmented': classifiers.linearSoftmax(30),
  'one hidden layer, augmented': classifiers.hiddenLayer(30),
  'tf.layers, augmented': classifiers.layersNetwork(30),
  'nearest neighbors, augmented': classifiers.nearestAmongPlaced(12, 5),
  "the staff's solution": trainClassifier,
};

/** As in the capstone's cases: trains once, then classifies undistorted images and those of each seed. */
function measure(
  trainer: Trainer,
  seeds: readonly number[],
  [train, validation, test]: readonly [Chosen, Chosen, Chosen],
): Measured {
  const asked = [digitsData(test), ...seeds.map((seed) => digitsData({ ...test, seed, copies }))];
  const begin = process.cpuUsage();
  const [x, known] = [digitsData(train), digitsData(validation)];
  const calls = [[{ ...x }, { ...known }, { steps }]];
  const outcome = execute(trainer, { kind: 'calls', calls, apply: asked.map((one) => [one.x]) });
  const seconds = process.cpuUsage(begin).user / 1e6;
  if (outcome.status !== 'returned') throw new Error(JSON.stringify(outcome));
  const [answers] = outcome.values;
  const accuracies = asked.map(({ y }, index) => accuracy(answers, index, y.values));
  const [clean = NaN, ...distorted] = accuracies;
  return { clean, distorted: distorted.toSorted((a, b) => a - b), seconds };
}

type Chosen = DigitsSelection;

interface Measured {
  readonly clean: number;
  readonly distorted: readonly number[];
  readonly seconds: number;
}

function accuracy(answers: Value, index: number, truth: Float64Array): number {
  const labels = Array.isArray(answers) ? (answers as readonly Value[])[index] : undefined;
  if (!(labels instanceof TensorValue)) return NaN;
  return truth.filter((label, image) => labels.values[image] === label).length / truth.length;
}

const [, , count = '10', only = ''] = process.argv;
const seeds = Array.from({ length: Number(count) }, (_, index) => 7000 + 13 * index);
const settings = {
  hidden: [{ part: 'train' }, { part: 'validation' }, { part: 'test' }],
  public: [{ part: 'train', count: 800 }, { part: 'train', first: 800 }, { part: 'validation' }],
} as const;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

console.log(
  '| method | undistorted | test: least | median | most | validation: least | median | most | seconds for training and 500 images |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [name, trainer] of Object.entries(methods).filter(([name]) => name.includes(only))) {
  const [hidden, shown] = [measure(trainer, seeds, settings.hidden), measure(trainer, seeds, settings.public)];
  const alone = measure(trainer, [], settings.hidden);
  const columns = [hidden, shown].flatMap(({ distorted }) => [
    distorted[0] ?? NaN,
    median(distorted),
    distorted.at(-1) ?? NaN,
  ]);
  console.log(`| ${[name, ...[hidden.clean, ...columns].map(percent), alone.seconds.toFixed(1)].join(' | ')} |`);
}
