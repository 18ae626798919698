import { defineExercise, fixedCase, libraryAnswers, randomCase, reference, type Value } from 'descent/author';
import * as alternatives from './alternatives';
import { makeStopping as solution } from './kinds';
import { stopping } from './mistakes';

/** For a returned object, each call starts with the method's name. */
const recorded = (...losses: readonly number[]): readonly (readonly Value[])[] => [
  ...losses.map((loss) => ['record', loss]),
  ['best'],
];

export const makeStopping = defineExercise({
  name: 'makeStopping',
  arguments: ['patience'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { patience: 2 }, { apply: recorded(3, 4, 5) }),
    randomCase('random', (random) => ({ patience: random.integer(2, 4) }), {
      apply: (random) => recorded(...Array.from({ length: 12 }, () => random.number(0, 3))),
    }),
    fixedCase('new-best', { patience: 2 }, { apply: recorded(3, 4, 2, 4, 4), label: 'there is a new best in between' }),
    fixedCase('ties', { patience: 3 }, { apply: recorded(2, 2, 2, 2), label: 'losses repeat' }),
    fixedCase('after-the-end', { patience: 1 }, { apply: recorded(3, 4, 1, 0), label: 'it has already returned stop' }),
    fixedCase('perfect', { patience: 2 }, { apply: recorded(0, 1, 1), label: 'the first loss is 0' }),
    fixedCase('none', { patience: 2 }, { apply: [['best']], label: 'nothing was recorded' }),
  ],
  checks: [reference(undefined, { points: 10 })],
  mistakes: [
    { id: 'count-never-begins-again', make: () => stopping({ beginsAgain: false }) },
    { id: 'goes-on-after-stop', make: () => stopping({ isFinal: false }) },
    { id: 'one-too-many', make: () => (patience) => solution(patience + 1) },
    { id: 'ties-are-better', make: () => stopping({ isBetter: (loss, best) => loss <= best }) },
    {
      id: 'last-for-best',
      make: () => (patience) => {
        const inner = solution(patience);
        let last = Infinity;
        return {
          record(loss) {
            last = loss;
            return inner.record(loss);
          },
          best: () => last,
        };
      },
    },
  ],
  alternatives: alternatives.makeStopping,
  witnesses: [],
  forbidden: libraryAnswers,
});
