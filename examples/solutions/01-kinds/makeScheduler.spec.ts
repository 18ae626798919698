import { defineExercise, fixedCase, libraryAnswers, randomCase, reference } from 'descent/author';
import * as alternatives from './alternatives';
import { makeScheduler as solution } from './kinds';

export const makeScheduler = defineExercise({
  name: 'makeScheduler',
  arguments: ['rate'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { rate: 1 }, { apply: [[3], [4], [2]] }),
    randomCase('random', (random) => ({ rate: random.number(0.1, 1) }), {
      apply: (random) => Array.from({ length: 8 }, () => [random.number(0, 3)]),
    }),
    fixedCase('ties', { rate: 2 }, { apply: [[3], [3], [3], [1], [1]], label: 'losses repeat' }),
    fixedCase(
      'recovers',
      { rate: 1 },
      { apply: [[1], [5], [4], [2]], label: 'the loss falls, but not below its best' },
    ),
    fixedCase('perfect', { rate: 1 }, { apply: [[0], [1]], label: 'the first loss is 0' }),
    fixedCase('at-rest', { rate: 0 }, { apply: [[2], [3]], label: 'the rate is 0' }),
  ],
  checks: [reference(undefined, { points: 10 })],
  mistakes: [
    {
      id: 'ties-count-as-lower',
      make: () => (rate) => {
        let best = Infinity;
        let now = rate;
        return (loss) => {
          if (loss > best) now /= 2;
          best = Math.min(best, loss);
          return now;
        };
      },
    },
    {
      id: 'compares-with-last',
      make: () => (rate) => {
        let last = Infinity;
        let now = rate;
        return (loss) => {
          if (!(loss < last)) now /= 2;
          last = loss;
          return now;
        };
      },
    },
    {
      id: 'remembers-nothing',
      make: () => (rate) => {
        let best = Infinity;
        return (loss) => {
          const now = loss < best ? rate : rate / 2;
          best = Math.min(best, loss);
          return now;
        };
      },
    },
  ],
  alternatives: alternatives.makeScheduler,
  witnesses: [],
  forbidden: libraryAnswers,
});
