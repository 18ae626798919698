import type { StudentCase } from './StudentCase';

export const schedules: readonly StudentCase[] = [
  {
    what: 'falsy zero',
    assignment: '07-schedules',
    exercise: 'gridSearch',
    score: 'lost',
    mistake: 'zero-taken-for-nothing',
    source: `import * as tf from '@tensorflow/tfjs';
export function gridSearch<T>(candidates: T[], evaluate: (c: T) => number): { best: T; score: number } {
  let best = candidates[0]!, score = evaluate(best);
  for (const c of candidates.slice(1)) {
    const s = evaluate(c);
    if ((!score && !Number.isNaN(s)) || s < score) { best = c; score = s; }
  }
  return { best, score };
}`,
  },
  {
    what: 'falsy candidate',
    assignment: '07-schedules',
    exercise: 'gridSearch',
    score: 'lost',
    mistake: 'zero-candidate-taken-for-nothing',
    source: `export function gridSearch<T>(candidates: T[], evaluate: (c: T) => number): { best: T; score: number } {
  let best: any, score = NaN;
  for (const c of candidates) {
    const s = evaluate(c);
    if (!best || s < score || (Number.isNaN(score) && !Number.isNaN(s))) { best = c; score = s; }
  }
  return { best, score };
}`,
  },
  {
    what: 'a rate beyond all bounds at the start',
    assignment: '07-schedules',
    exercise: 'inverseSqrtDecay',
    score: 'lost',
    mistake: 'wrong-where-zero',
    source: `export function inverseSqrtDecay(lr0: number, t: number): number {
  return lr0 / Math.sqrt(t || 1e-8);
}`,
  },
  {
    what: 'undefined field',
    assignment: '07-schedules',
    exercise: 'gridSearch',
    score: 'lost',
    mistake: 'nan-spoils-the-minimum',
    source: `import * as tf from '@tensorflow/tfjs';
export function gridSearch<T>(candidates: T[], evaluate: (c: T) => number): { best: T; score: number } {
  const scores = candidates.map(evaluate), score = Math.min(...scores);
  return { best: candidates[scores.indexOf(score)]!, score };
}`,
  },
  {
    what: 'public green hidden red',
    assignment: '07-schedules',
    exercise: 'rangeTestRates',
    score: 'lost',
    mistake: 'last-lost-to-rounding',
    source: `import * as tf from '@tensorflow/tfjs';
export function rangeTestRates(lrMin: number, lrMax: number, steps: number): number[] {
  const out: number[] = [];
  for (let r = lrMin; r <= lrMax; r *= (lrMax / lrMin) ** (1 / (steps - 1))) out.push(r);
  return out;
}`,
  },
];
