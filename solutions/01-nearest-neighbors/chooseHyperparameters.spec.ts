import type { HyperparameterChoice, Metric } from 'descent';
import {
  defineExercise,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  reference,
  sign,
  wrong,
} from 'descent/author';
import { accuracyTable } from './accuracyTable';
import * as alternatives from './alternatives';
import { best, choiceCases, type Choices, metricsOutside } from './choiceCases';
import * as file from './nearest-neighbors';

const solution = file.chooseHyperparameters;
type Choose = typeof solution;

/** The exercise with another way to choose from the table of accuracies. */
const choosing =
  (choose: (choices: Choices, metrics: readonly Metric[]) => HyperparameterChoice): Choose =>
  (train, validation, numbers, metrics) =>
    choose(accuracyTable(train, validation, numbers, metrics), metrics);

/** The exercise with the same distance for all metrics. */
const always =
  (used: Metric): Choose =>
  (train, validation, numbers, metrics) =>
    best(
      accuracyTable(train, validation, numbers, [used]).flatMap(({ k, accuracy }) =>
        metrics.map((metric) => ({ k, metric, accuracy })),
      ),
    );

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
  cases: choiceCases,
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
      'l2-for-both': always('l2'),
      'l1-for-both': always('l1'),
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
