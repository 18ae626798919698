import {
  callback,
  defineExercise,
  fixedCase,
  leavesInputsAlone,
  leavesNoTensors,
  libraryAnswers,
  randomCase,
  reference,
  wrong,
  type CaseSpec,
  type Value,
} from 'descent/author';
import * as alternatives from './alternatives';
import { gridSearch as solution } from './schedules';

/** A case that lists the score of each candidate. */
const listed = (
  id: string,
  candidates: readonly Value[],
  scores: readonly number[],
  label: string,
  reserved = false,
): CaseSpec =>
  fixedCase(id, { candidates, evaluate: callback('listedScores', { candidates, scores }) }, { label, reserved });

/** A hidden case with random candidates, whose scores have the same order and ties as these. */
const drawn = (id: string, scores: readonly number[]): CaseSpec =>
  randomCase(
    `drawn-${id}`,
    (random) => {
      const candidates = scores.map(() => random.number(-9, 9));
      const evaluate = callback('listedScores', { candidates, scores: random.alike(scores, 1, 9) });
      return { candidates, evaluate };
    },
    { reserved: true, copies: { public: 0, hidden: 1 } },
  );

/** The search with another comparison. */
const leaderBy =
  (isBetter: (rival: number, leader: number) => boolean): typeof solution =>
  (candidates, evaluate) =>
    candidates
      .map((best) => ({ best, score: evaluate(best) }))
      .reduce((leader, rival) => (isBetter(rival.score, leader.score) ? rival : leader));

export const gridSearch = defineExercise({
  name: 'gridSearch',
  arguments: ['candidates', 'evaluate'],
  reference: solution,
  cases: [
    fixedCase('by-hand', { candidates: [1, 2, 4], evaluate: callback('squaredDistance', { from: 2.5 }) }),
    randomCase('random', (random) => {
      const candidates = Array.from({ length: 7 }, () => random.number(0, 4));
      return { candidates, evaluate: callback('squaredDistance', { from: random.number(1, 3) }) };
    }),
    listed('names', ['sgd', 'momentum', 'adam', 'adamW'], [0.5, 0.3, 0.4, 0.7], 'the candidates are names'),
    listed(
      'records',
      [
        { learningRate: 0.1, lambda: 0 },
        { learningRate: 0.1, lambda: 0.01 },
        { learningRate: 0.01, lambda: 0 },
      ],
      [0.9, 0.8, 0.2],
      'the candidates are records',
    ),
    listed('two-valleys', ['a', 'b', 'c', 'd', 'e'], [4, 2, 3, 1, 5], 'the score falls, rises and falls again'),
    listed('below-zero', [1, 2, 3, 4], [0.5, -3, -1, 2], 'some scores are negative'),
    listed('zero-is-best', [1, 2, 3, 4], [3, 0, 2, 1], 'the best score is 0'),
    listed('zero-candidate', [3, 0, 1, 2], [4, 1, 3, 2], 'the best candidate is 0'),
    listed('one', ['only'], [7], 'there is one candidate'),
    listed('minus-infinite', [1, 2, 3], [0.5, -Infinity, -4], 'a score is −Infinity'),
    listed('tied', [1, 2, 3, 4], [3, 1, 1, 2], 'two candidates have the lowest score', true),
    listed('all-alike', [5, 6, 7], [2, 2, 2], 'all scores are equal', true),
    listed('nan-first', [1, 2, 3], [NaN, 3, 2], 'the first score is NaN', true),
    listed('nan-between', [1, 2, 3, 4], [3, NaN, 2, 4], 'a score is NaN', true),
    listed('nan-after-best', [1, 2, 3], [2, 3, NaN], 'the last score is NaN', true),
    listed('nan-and-zero', [1, 2, 3], [NaN, 0, NaN], 'a score is 0 and the others are NaN', true),
    listed('nan-and-infinite', [1, 2, 3], [NaN, Infinity, NaN], 'a score is infinite and the others are NaN', true),
    listed('all-nan', [1, 2, 3], [NaN, NaN, NaN], 'all scores are NaN', true),
    listed('all-infinite', [1, 2, 3], [Infinity, Infinity, Infinity], 'all scores are infinite', true),
    drawn('tied', [3, 1, 1, 2]),
    drawn('nan-first', [NaN, 3, 2]),
    drawn('nan-between', [3, NaN, 2, 4]),
  ],
  checks: [
    reference('best', { points: 3.5 }),
    reference('score', { points: 2 }),
    reference(undefined, { id: 'ties', points: 1.5, on: ['tied', 'all-alike', 'drawn-tied'] }),
    reference(undefined, {
      id: 'notNumbers',
      points: 2,
      on: [
        'nan-first',
        'nan-between',
        'nan-after-best',
        'nan-and-infinite',
        'nan-and-zero',
        'all-nan',
        'all-infinite',
        'drawn-nan-first',
        'drawn-nan-between',
      ],
    }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ],
  mistakes: wrong<typeof solution>({
    highest: leaderBy((rival, leader) => rival > leader || (Number.isNaN(leader) && !Number.isNaN(rival))),
    'last-of-equals': leaderBy((rival, leader) => rival <= leader || (Number.isNaN(leader) && !Number.isNaN(rival))),
    'nan-holds-the-lead': leaderBy((rival, leader) => rival < leader),
    'nan-takes-the-lead': leaderBy((rival, leader) => !(rival >= leader)),
    'zero-taken-for-nothing': leaderBy((rival, leader) => (!leader && !Number.isNaN(rival)) || rival < leader),
    'zero-and-nan-taken-for-nothing': leaderBy((rival, leader) => !leader || rival < leader),
    'zero-candidate-taken-for-nothing': (candidates, evaluate) =>
      candidates
        .map((best) => ({ best, score: evaluate(best) }))
        .reduce((leader, rival) => {
          const isFirstNumber = Number.isNaN(leader.score) && !Number.isNaN(rival.score);
          return !leader.best || rival.score < leader.score || isFirstNumber ? rival : leader;
        }),
    'nan-spoils-the-minimum': (candidates, evaluate) => {
      const scores = candidates.map(evaluate);
      const score = Math.min(...scores);
      return { best: candidates[scores.indexOf(score)] as never, score };
    },
    'last-nan-kept': leaderBy((rival, leader) => rival < leader || Number.isNaN(leader)),
    'sorted-as-text': (candidates, evaluate) => {
      const scores = candidates.map(evaluate);
      const score = [...scores].sort()[0] ?? NaN;
      return { best: candidates[scores.indexOf(score)] as never, score };
    },
    'first-not-tried': (candidates, evaluate) => {
      const { best, score } =
        candidates.length > 1 ? solution(candidates.slice(1), evaluate) : { best: candidates[0], score: Infinity };
      return { best: best as never, score };
    },
    'smallest-magnitude': leaderBy(
      (rival, leader) => Math.abs(rival) < Math.abs(leader) || (Number.isNaN(leader) && !Number.isNaN(rival)),
    ),
    'nothing-below-infinity': (candidates, evaluate) => {
      const { best, score } = solution(candidates, evaluate);
      return score < Infinity ? { best, score } : { best: undefined as never, score: Infinity };
    },
    'place-for-candidate': (candidates, evaluate) => {
      const { best, score } = solution(candidates, evaluate);
      return { best: candidates.indexOf(best) as never, score };
    },
    'stops-at-the-first-rise': (candidates, evaluate) => {
      const scores = candidates.map(evaluate);
      const rise = scores.findIndex((score, i) => score > (scores[i - 1] ?? Infinity));
      return solution(rise === -1 ? candidates : candidates.slice(0, rise), evaluate);
    },
  }),
  alternatives: alternatives.gridSearch,
  witnesses: [],
  forbidden: libraryAnswers,
});
