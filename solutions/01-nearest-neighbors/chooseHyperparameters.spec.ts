import type { HyperparameterChoice, Metric } from 'descent';
import {
  defineExercise,
  fixedCase,
  type Inputs,
  labels,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  type Random,
  randomCase,
  reference,
  sign,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { accuracyTable, tableOf } from './mistakes';
import * as file from './nearest-neighbors';

const solution = file.chooseHyperparameters;
type Choose = typeof solution;
type Choices = readonly HyperparameterChoice[];

/** The first choice with the largest value. */
const best = (
  choices: Choices,
  value = ({ accuracy }: HyperparameterChoice): number => accuracy,
): HyperparameterChoice => choices.reduce((leader, rival) => (value(rival) > value(leader) ? rival : leader));

/** Choices in the order of another program: metrics in the outer loop. */
const metricsOutside = (choices: Choices, metrics: readonly Metric[]): Choices =>
  metrics.flatMap((metric) => choices.filter((choice) => choice.metric === metric));

// Neither in order, nor in the order of their digits.
const ks = [3, 10, 1];

/** Three overlapping clusters, redrawn until the accuracies suit the case. */
function draw(random: Random, metrics: readonly Metric[], wanted: (choices: Choices) => boolean): Inputs {
  const cluster = (count: number): { points: number[][]; classes: number[] } => {
    const classes = [0, 1, 2, ...Array.from({ length: count - 3 }, () => random.integer(0, 2))];
    const centers = [0, 2, 1];
    return {
      classes,
      points: classes.map((c) => [1, 2, 3].map((f) => (centers[(c + f) % 3] ?? 0) + random.number(-2, 2))),
    };
  };
  for (;;) {
    const [train, validation] = [cluster(11), cluster(7)];
    const plain = { data: validation.points, classes: validation.classes, known: train.points, labels: train.classes };
    const choices = tableOf(plain, ks, metrics);
    const ofTraining = tableOf({ ...plain, data: train.points, classes: train.classes }, ks, metrics);
    if (!wanted(choices) || best(ofTraining) === best(choices)) continue;
    return {
      train: { x: tensor(train.points), y: labels(train.classes) },
      validation: { x: tensor(validation.points), y: labels(validation.classes) },
      ks,
      metrics,
    };
  }
}

const isUnique = (choices: Choices): boolean =>
  choices.filter(({ accuracy }) => accuracy === best(choices).accuracy).length === 1;
const chooses = (choices: Choices, isRight: (choice: HyperparameterChoice) => boolean): boolean =>
  isUnique(choices) && isRight(best(choices));
const both: readonly Metric[] = ['l1', 'l2'];
const reversed: readonly Metric[] = ['l2', 'l1'];

/** Chooses from a table of accuracies, which may be wrong. */
const choosing =
  (choose: (choices: Choices, metrics: readonly Metric[]) => HyperparameterChoice): Choose =>
  (train, validation, numbers, metrics) =>
    choose(accuracyTable(train, validation, numbers, metrics), metrics);

/** The exercise built on other functions, some of which may be wrong. */
const choosingOn =
  (neighbours: {
    readonly l1?: typeof file.l1Distances;
    readonly l2?: typeof file.l2Distances;
    readonly predict?: typeof file.predictLabels;
  }): Choose =>
  (train, validation, numbers, metrics) => {
    const { l1 = file.l1Distances, l2 = file.l2Distances, predict = file.predictLabels } = neighbours;
    const distances = { l1, l2 };
    const accuracyOf = (k: number, metric: Metric): number =>
      predict(distances[metric](validation.x, train.x), train.y, k)
        .equal(validation.y)
        .toFloat()
        .mean()
        .arraySync() as number;
    return best(numbers.flatMap((k) => metrics.map((metric) => ({ k, metric, accuracy: accuracyOf(k, metric) }))));
  };

export const chooseHyperparameters = defineExercise({
  name: 'chooseHyperparameters',
  arguments: ['train', 'validation', 'ks', 'metrics'],
  reference: solution,
  cases: [
    fixedCase('by-hand', {
      train: { x: tensor([[0], [1], [3]]), y: labels([0, 1, 0]) },
      validation: { x: tensor([[1.9]]), y: labels([0]) },
      ks: [1, 3],
      metrics: ['l1', 'l2'],
    }),
    randomCase('best-is-l2', (random) =>
      draw(random, both, (choices) => chooses(choices, ({ metric, k }) => metric === 'l2' && k > 1)),
    ),
    randomCase(
      'best-is-l1',
      (random) => draw(random, reversed, (choices) => chooses(choices, ({ metric, k }) => metric === 'l1' && k > 1)),
      {
        label: 'l2 is tried before l1',
      },
    ),
    randomCase(
      'best-is-one',
      (random) => draw(random, reversed, (choices) => chooses(choices, ({ metric, k }) => metric === 'l1' && k === 1)),
      {
        label: 'a single neighbour does best',
      },
    ),
    randomCase(
      'tied',
      (random) =>
        draw(random, both, (choices) => {
          const last = best([...choices].reverse());
          return best(choices) !== best(metricsOutside(choices, both)) && best(choices) !== last;
        }),
      { label: 'several choices do equally well' },
    ),
    fixedCase(
      'none-right',
      {
        train: { x: tensor([[0], [1], [3]]), y: labels([0, 1, 0]) },
        validation: { x: tensor([[0.4], [2.9]]), y: labels([2, 3]) },
        ks: [3, 1],
        metrics: ['l2', 'l1'],
      },
      { label: 'no choice gets anything right' },
    ),
    fixedCase(
      'all-neighbours',
      {
        // Of the first ten nearest as many are 0 as 1 at most: only the eleventh decides for 1.
        train: {
          x: tensor(Array.from({ length: 11 }, (_, i) => [i + 1])),
          y: labels([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1]),
        },
        validation: { x: tensor([[0]]), y: labels([1]) },
        ks: Array.from({ length: 11 }, (_, i) => i + 1),
        metrics: ['l1'],
      },
      { label: 'the largest k does best' },
    ),
    randomCase('one-choice', (random) => ({ ...draw(random, both, () => true), ks: [3], metrics: ['l2'] }), {
      label: 'there is one choice',
    }),
  ],
  checks: [
    reference(undefined, { points: 5.5, id: 'choice' }),
    reference('accuracy', { points: 3.5 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: [
    {
      id: 'nothing-above-zero',
      fails: [],
      holds: sign('placeholderIsBest', {
        score: 'accuracy',
        start: 0,
        candidates: { k: 'ks', metric: 'metrics' },
      }),
      make: () =>
        choosing((choices) => {
          const none = { k: undefined, metric: undefined, accuracy: 0 } as unknown as HyperparameterChoice;
          return best([none, ...choices]);
        }),
    },
    ...wrong<Choose>({
      'chosen-on-training-set': (train, _validation, numbers, metrics) =>
        best(accuracyTable(train, train, numbers, metrics)),
      'zero-taken-for-nothing': choosing((choices) =>
        choices.reduce((leader, rival) => (!leader.accuracy || rival.accuracy > leader.accuracy ? rival : leader)),
      ),
      'ks-in-order': (train, validation, numbers, metrics) =>
        best(
          accuracyTable(
            train,
            validation,
            numbers.toSorted((p, q) => p - q),
            metrics,
          ),
        ),
      'last-of-equals': choosing((choices) => best([...choices].reverse())),
      'metrics-outside': choosing((choices, metrics) => best(metricsOutside(choices, metrics))),
      'lowest-accuracy': choosing((choices) => best(choices, ({ accuracy }) => -accuracy)),
      percent: choosing((choices) => ({ ...best(choices), accuracy: 100 * best(choices).accuracy })),
      'hits-for-accuracy': (train, validation, numbers, metrics) => {
        const choice = best(accuracyTable(train, validation, numbers, metrics));
        return { ...choice, accuracy: choice.accuracy * validation.y.size };
      },
      'l2-for-both': (train, validation, numbers, metrics) =>
        best(
          accuracyTable(train, validation, numbers, ['l2']).flatMap(({ k, accuracy }) =>
            metrics.map((metric) => ({ k, metric, accuracy })),
          ),
        ),
      'l1-for-both': (train, validation, numbers, metrics) =>
        best(
          accuracyTable(train, validation, numbers, ['l1']).flatMap(({ k, accuracy }) =>
            metrics.map((metric) => ({ k, metric, accuracy })),
          ),
        ),
      'first-metric-only': choosing((choices, [first]) => best(choices.filter(({ metric }) => metric === first))),
      'validation-set-votes': (train, validation, numbers, metrics) =>
        best(accuracyTable(validation, train, numbers, metrics)),
      'accuracy-missing': choosing(
        (choices) => ({ k: best(choices).k, metric: best(choices).metric }) as HyperparameterChoice,
      ),
    }),
  ],
  buildsOn: {
    l1Distances: (neighbour) => choosingOn({ l1: neighbour as typeof file.l1Distances }),
    l2Distances: (neighbour) => choosingOn({ l2: neighbour as typeof file.l2Distances }),
    predictLabels: (neighbour) => choosingOn({ predict: neighbour as typeof file.predictLabels }),
  },
  alternatives: alternatives.chooseHyperparameters,
  witnesses: [],
  forbidden: libraryAnswers,
});
