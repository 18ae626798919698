import { listParameter, type CallbackFactory } from '../../execution/callbacks/callback';

/** Learning-rate schedules, and scores of candidates. */
export const schedules: Readonly<Record<string, CallbackFactory>> = {
  /** t ↦ lr0·e^(−kt) */
  exponentialSchedule:
    ({ lr0, k }) =>
    (t: number) =>
      Number(lr0) * Math.exp(-Number(k) * t),

  /** t ↦ rates[t]; the first one before, and the last one after. */
  listedSchedule: ({ rates }) => {
    const listed = listParameter(rates);
    return (t: number) => listed[Math.max(0, Math.min(t, listed.length - 1))];
  },

  /** c ↦ (c − from)² */
  squaredDistance:
    ({ from }) =>
    (candidate: number) =>
      (candidate - Number(from)) ** 2,

  /** The score at the place that a candidate has in the list; NaN for any other. */
  listedScores: ({ candidates, scores }) => {
    const listed = listParameter(candidates).map((candidate) => JSON.stringify(candidate));
    const ofListed = listParameter(scores);
    return (candidate: unknown) => ofListed[listed.indexOf(JSON.stringify(candidate))] ?? NaN;
  },
};
