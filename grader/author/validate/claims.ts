/**
 * What must hold before an assignment may be published, in the order in which it is shown.
 * Each text completes "proven: …".
 */
export const claims = {
  prepares: 'the spec can be used: its cases can be drawn, and the solution answers them',
  types: 'TypeScript accepts the solution and its specs',
  points: 'points are halves and sum to those of the exercise',
  counts: 'every function has at least two known mistakes and two alternatives',
  ids: 'exercises, checks, cases and mistakes have ids of their own',
  bans: 'what answers an exercise by itself is off limits',
  cases: 'every check is seen on public cases, and cases differ, also in size',
  drawn: 'every check has a case that the hidden seed draws: knowing the public ones earns nothing',
  hints: 'every mistake has three hints of its own, from where to look to its name',
  handout: 'the handout names every function',
  figures: 'worked figures of handouts and docstrings are computed, and right',
  generated: 'the skeleton and public.json are what their sources give',
  leaks: 'nothing that students get holds the solution, not even a docstring',
  questions: 'every question takes right answers, refuses wrong ones, and says why a choice is wrong',
  solution: 'the solution earns all points',
  skeleton: 'the skeleton earns nothing, and all of it is still to do',
  empty: 'zeros, ones and echoed arguments earn nothing',
  mistakes: 'every known mistake loses points and is recognised as itself, on public cases alone too',
  carried: "a neighbour's mistake is recognised where it shows through",
  alternatives: 'every alternative right solution is written in another way, and earns all points',
  laws: 'every law refuses some wrong answer',
  gradients: "gradient checks of the solution stay below 1e-8, or within the differences' rounding noise",
  margins: 'worst right answer, bound and mildest mistake are each at least 100 times apart',
  witnesses: 'second witnesses agree with the solution, in fields that it has',
  repeatable: 'a second run, and one with the exercises in another order, give the same bytes',
  mutants: 'at least 98 % of small changes to the solution are caught',
  time: 'right answers take at most half the seconds that an exercise may',
} as const;

export type ClaimId = keyof typeof claims;

/** One thing that keeps an assignment from being fair. */
export interface Failure {
  readonly claim: ClaimId;
  /** Undefined: it concerns the assignment as a whole. */
  readonly exercise: string | undefined;
  /** The fact, without numbers that differ from seed to seed: the same failure on many seeds is reported once. */
  readonly what: string;
  /** Numbers and places of this one occurrence. */
  readonly detail?: string;
  /** The file to go to, where it is not the exercise's spec. */
  readonly where?: string;
  /** What to do about it. */
  readonly repair: string;
  /** Seeds that show it, by number; none where no seed is involved. */
  readonly seeds?: readonly number[];
}

/** The same failure on several seeds, as one. */
export function mergeFailures(failures: readonly Failure[]): readonly Failure[] {
  const merged = new Map<string, Failure>();
  for (const failure of failures) {
    const key = JSON.stringify([failure.claim, failure.exercise, failure.what, failure.where]);
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? failure
        : { ...known, seeds: [...new Set([...(known.seeds ?? []), ...(failure.seeds ?? [])])] },
    );
  }
  const order = Object.keys(claims);
  return [...merged.values()].toSorted((a, b) => order.indexOf(a.claim) - order.indexOf(b.claim));
}
