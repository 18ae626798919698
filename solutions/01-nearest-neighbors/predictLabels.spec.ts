import * as tf from '@tensorflow/tfjs';
import type { Tensor1D } from '@tensorflow/tfjs';
import {
  defineExercise,
  fixedCase,
  hiddenOnly,
  type Inputs,
  labels,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  type Random,
  randomCase,
  reference,
  tensor,
  wrong,
} from 'descent/author';
import * as alternatives from './alternatives';
import { majorityVote, smallestFirst, vote } from './mistakes';
import { predictLabels as solution } from './nearest-neighbors';

/** Two classes; with an odd k votes never tie. */
function draw(random: Random, classes: readonly [number, number], k: number): Inputs {
  const coins = random.labels(9, 2).values;
  return {
    distances: random.uniform([11, 9], 0.1, 15),
    labels: labels([...classes, ...[...coins].slice(2).map((coin) => classes[coin] ?? 0)]),
    k,
  };
}

const total = (votes: readonly number[]): number => votes.reduce((sum, label) => sum + label, 0);
const nearestFirst = majorityVote(() => 0);

/** Looks up the voters by their distances. */
const lookingUp =
  (placesOf: (row: readonly number[], nearest: readonly number[], k: number) => readonly number[]): typeof solution =>
  (distances, known, k) => {
    const names = known.arraySync();
    const rows = distances.arraySync().map((row) => {
      const nearest = row.toSorted((p, q) => p - q).slice(0, k);
      return smallestFirst(placesOf(row, nearest, k).map((place) => names[place] ?? NaN));
    });
    return tf.tensor1d(rows, 'int32');
  };

export const predictLabels = defineExercise({
  name: 'predictLabels',
  arguments: ['distances', 'labels', 'k'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { distances: tensor([[1, 4, 2]]), labels: labels([1, 0, 0]), k: 3 }),
    fixedCase('nearest', { distances: tensor([[1, 4, 2]]), labels: labels([1, 0, 0]), k: 1 }, { label: 'k = 1' }),
    fixedCase('three-classes', {
      distances: tensor([
        [1, 2, 3, 4, 5, 6, 7],
        [7, 6, 5, 4, 3, 2, 1],
        [4, 1, 6, 2, 7, 3, 5],
        [3, 1, 2, 5, 6, 7, 4],
        [1, 5, 6, 4, 7, 3, 2],
      ]),
      labels: labels([12, 0, 0, 2, 2, 2, 12]),
      k: 3,
    }),
    randomCase('three-votes', (random) => draw(random, [1, 12], 3)),
    randomCase('five-votes', (random) => draw(random, [0, 3], 5)),
    randomCase('all-vote', (random) => draw(random, [2, 0], 9), { label: 'k = N' }),
    fixedCase(
      'many-digits',
      {
        distances: tensor([
          [10.5, 9.1, 2, 30],
          [1e-7, 0.5, 3, 12],
        ]),
        labels: labels([0, 1, 1, 0]),
        k: 2,
      },
      { label: 'distances have different numbers of digits' },
    ),
    fixedCase(
      'equally-far',
      {
        distances: tensor([
          [2, 2, 2, 5, 7],
          [5, 2, 2, 7, 2],
        ]),
        labels: labels([0, 1, 1, 0, 0]),
        k: 3,
      },
      { label: 'the nearest are equally far away' },
    ),
    fixedCase(
      'tied-votes',
      {
        distances: tensor([
          [1, 2, 3, 4, 9],
          [4, 3, 2, 1, 9],
        ]),
        labels: labels([3, 1, 3, 1, 1]),
        k: 4,
      },
      { label: 'two classes have equally many votes', reserved: true },
    ),
    fixedCase(
      'all-differ',
      {
        distances: tensor([
          [1, 2, 3, 4],
          [5, 3, 4, 1],
        ]),
        labels: labels([10, 2, 4, 2]),
        k: 3,
      },
      { label: 'each neighbour votes for a different class', reserved: true },
    ),
    randomCase(
      'drawn-tie',
      (random) => {
        const [one, other] = [random.integer(0, 4), random.integer(5, 12)];
        return { distances: random.uniform([5, 4], 0.1, 9), labels: labels([other, one, one, other]), k: 4 };
      },
      { label: 'two classes have equally many votes', reserved: true, copies: hiddenOnly },
    ),
    randomCase(
      'one-class',
      (random) => ({ distances: random.uniform([3, 4], 0.1, 5), labels: labels([0, 0, 0, 0]), k: 2 }),
      { label: 'all labels are 0', reserved: true },
    ),
  ],
  checks: [
    reference(undefined, { points: 6.5 }),
    reference(undefined, { id: 'ties', points: 2.5, on: ['tied-votes', 'all-differ', 'drawn-tie', 'one-class'] }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    'sorted-as-text': vote(smallestFirst, { order: (p, q) => (String(p) < String(q) ? -1 : 1) }),
    'first-of-equal-distances': lookingUp((row, nearest) => nearest.map((distance) => row.indexOf(distance))),
    'equal-distances-count-once': lookingUp((row, _nearest, k) => {
      const counted = [...new Set(row)].sort((p, q) => p - q).slice(0, k);
      return [...row.keys()].filter((place) => counted.includes(row[place] ?? NaN));
    }),
    'ten-classes': (distances, known, k) =>
      tf
        .oneHot(known.gather(tf.topk(distances.neg(), k).indices), 10)
        .sum(1)
        .argMax(1),
    'sum-of-labels': vote(total),
    'mean-of-labels': vote((votes) => Math.round(total(votes) / votes.length)),
    'tie-decided-as-text': vote(majorityVote((one, other) => (String(one) < String(other) ? -1 : 1))),
    'tie-to-nearest': vote(nearestFirst),
    'tie-to-largest': vote(majorityVote((one, other) => other - one)),
    'one-vote-too-many': vote(smallestFirst, { more: 1 }),
    'one-vote-too-few': (distances, known, k) => vote(smallestFirst)(distances, known, Math.max(1, k - 1)),
    'nearest-left-out': vote(smallestFirst, { first: 1 }),
    'farthest-vote': vote(smallestFirst, { order: (p, q) => q - p }),
    'nearest-decides': vote(([nearest = 0]) => nearest),
    'row-of-neighbour': (distances) => distances.argMin(1),
    'count-for-class': vote((votes) => Math.max(...votes.map((label) => votes.filter((one) => one === label).length))),
    'no-single-class': (distances, known, k) => {
      const depth = (known.max().arraySync() as number) + 1;
      const votes = tf.oneHot(known.gather(tf.topk(distances.neg(), k).indices), depth);
      return votes.sum(1).argMax<Tensor1D>(1);
    },
  }),
  alternatives: alternatives.predictLabels,
  witnesses: [
    {
      name: 'tf.bincount of each row',
      compute: (distances, known, k) => {
        const { indices } = tf.topk(distances.neg(), k);
        const winners = tf
          .unstack(indices)
          .map((row) => tf.bincount(known.gather(row.toInt()) as Tensor1D, tf.tensor1d([]), 13).argMax());
        return tf.stack(winners);
      },
    },
  ],
  forbidden: libraryAnswers,
});
