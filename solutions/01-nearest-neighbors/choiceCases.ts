import type { HyperparameterChoice, Metric } from 'descent';
import { type CaseSpec, fixedCase, type Inputs, labels, type Random, randomCase, tensor } from 'descent/author';
import { tableOf } from './accuracyTable';

export type Choices = readonly HyperparameterChoice[];

/** The first choice with the largest value. */
export const best = (
  choices: Choices,
  value = ({ accuracy }: HyperparameterChoice): number => accuracy,
): HyperparameterChoice => choices.reduce((leader, rival) => (value(rival) > value(leader) ? rival : leader));

/** Choices with metrics in the outer loop. */
export const metricsOutside = (choices: Choices, metrics: readonly Metric[]): Choices =>
  metrics.flatMap((metric) => choices.filter((choice) => choice.metric === metric));

// In neither numerical nor alphabetical order.
const ks = [3, 10, 1];

/** Draws three overlapping clusters until the accuracies are those `wanted`. */
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

export const choiceCases: readonly CaseSpec[] = [
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
    { label: 'l2 is tried before l1' },
  ),
  randomCase(
    'best-is-one',
    (random) => draw(random, reversed, (choices) => chooses(choices, ({ metric, k }) => metric === 'l1' && k === 1)),
    { label: 'a single neighbour does best' },
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
      // Among the ten nearest, class 1 never has a majority; the eleventh gives it one.
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
];
