import { defineExercise, fixedCase, leavesInputsAlone, libraryAnswers, randomCase, reference } from 'descent/author';
import * as alternatives from './alternatives';
import { describeRates as solution } from './kinds';

type Answer = ReturnType<typeof solution>;

const changed = (change: (right: Answer, rates: number[]) => Partial<Answer>) => () => (rates: number[]) => {
  const right = solution(rates);
  return { ...right, ...change(right, rates) };
};

export const describeRates = defineExercise({
  name: 'describeRates',
  arguments: ['rates'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { rates: [0.5, 1.5, 3] }),
    fixedCase('borders', { rates: [1, 2] }, { label: 'rates are exactly 1 and 2' }),
    randomCase('slow', (random) => ({ rates: [random.number(0.1, 0.9), random.number(1.1, 1.9)] }), {
      label: 'all are stable',
    }),
    randomCase('many', (random) => ({ rates: Array.from({ length: 12 }, () => random.number(0.1, 4)) })),
    fixedCase('none', { rates: [] }, { label: 'there are no rates' }),
  ],
  checks: [
    reference('words', { points: 5 }),
    reference('stable', { points: 2.5 }),
    reference('allStable', { points: 2 }),
    leavesInputsAlone({ points: 0.5 }),
  ],
  mistakes: [
    {
      id: 'borders-outside',
      make: changed((_, rates) => {
        const words = rates.map((rate) => (rate > 2 ? 'diverges' : rate >= 1 ? 'oscillates' : 'converges'));
        const stable = words.map((word) => word !== 'diverges');
        return { words, stable, allStable: stable.every(Boolean) };
      }),
    },
    {
      id: 'oscillation-forgotten',
      make: changed(({ words }) => ({ words: words.map((word) => (word === 'oscillates' ? 'converges' : word)) })),
    },
    {
      id: 'oscillation-unstable',
      make: changed(({ words }) => {
        const stable = words.map((word) => word === 'converges');
        return { stable, allStable: stable.every(Boolean) };
      }),
    },
    { id: 'any-for-all', make: changed(({ stable }) => ({ allStable: stable.some(Boolean) })) },
  ],
  alternatives: alternatives.describeRates,
  witnesses: [],
  forbidden: libraryAnswers,
});
