import { defineCallback, list, number, numbers } from '../../execution/defineCallback';

// Learning-rate schedules, and scores of candidates.

export const exponentialSchedule = defineCallback({
  name: 'exponentialSchedule',
  description: 't ↦ lr0·e^(−kt)',
  parameters: { lr0: number, k: number },
  make:
    ({ lr0, k }) =>
    (t: number) =>
      lr0 * Math.exp(-k * t),
});

export const listedSchedule = defineCallback({
  name: 'listedSchedule',
  description: 't ↦ rates[t]; the first rate for earlier t, the last for later ones',
  parameters: { rates: numbers },
  make:
    ({ rates }) =>
    (t: number) =>
      rates[Math.max(0, Math.min(t, rates.length - 1))],
});

export const squaredDistance = defineCallback({
  name: 'squaredDistance',
  description: 'c ↦ (c − from)²',
  parameters: { from: number },
  make:
    ({ from }) =>
    (candidate: number) =>
      (candidate - from) ** 2,
});

export const listedScores = defineCallback({
  name: 'listedScores',
  description: 'the score of a listed candidate; NaN for any other',
  parameters: { candidates: list, scores: numbers },
  make: ({ candidates, scores }) => {
    const listed = candidates.map((candidate) => JSON.stringify(candidate));
    return (candidate: unknown) => scores[listed.indexOf(JSON.stringify(candidate))] ?? NaN;
  },
});
