/**
 * Claims to prove before an assignment is published, in display order. Each text completes "proven: …".
 */
export const claims = {
  prepares: 'the spec can be used: its cases can be drawn, and the solution answers them',
  types: 'TypeScript accepts the solution and its specs',
  points: 'points are multiples of 0.5 and sum to those of the exercise',
  counts: 'every function has at least two known mistakes and two alternatives',
  ids: 'exercises, checks, cases and mistakes have unique ids',
  bans: 'library calls that answer an exercise are off limits',
  cases: 'every check has public cases, and cases differ, also in size',
  drawn: 'every check has a case that the hidden seed draws: knowing the public ones earns nothing',
  hints: 'every mistake has its own three hints: locate, concept, name',
  handout: 'the handout names every function',
  figures: 'worked figures of handouts and docstrings are computed and correct',
  generated: 'the skeleton and public.json are up to date',
  leaks: 'nothing that students get contains the solution, not even a docstring',
  questions: 'every question accepts right answers, rejects wrong ones, and says why a choice is wrong',
  solution: 'the solution earns all points',
  skeleton: 'the skeleton earns nothing, and all its functions are still to do',
  empty: 'zeros, ones and echoed arguments earn nothing',
  mistakes: 'every known mistake loses points and is recognised as itself, also on public cases alone',
  carried: 'a mistake carried over from another exercise is recognised',
  alternatives: 'every alternative differs from the solution, and earns all points',
  laws: 'every law rejects some wrong answer',
  gradients: "gradient checks of the solution stay below 1e-8, or within the differences' rounding noise",
  margins: 'worst right answer, bound and mildest mistake are each at least 100 times apart',
  witnesses: 'witnesses agree with the solution, in fields that it has',
  repeatable: 'a second run, and one with the exercises in another order, give the same bytes',
  mutants: 'at least 98 % of small changes to the solution are caught',
  time: 'right answers take at most half the time limit of an exercise',
} as const;

export type ClaimId = keyof typeof claims;

/** A reason why an assignment is not fair. */
export interface Failure {
  readonly claim: ClaimId;
  /** Undefined if it concerns the whole assignment. */
  readonly exercise: string | undefined;
  /** The fact, without numbers that depend on the seed: the same failure on several seeds is reported once. */
  readonly what: string;
  /** Numbers and places of this occurrence. */
  readonly detail?: string;
  /** The file, if it is not the exercise's spec. */
  readonly where?: string;
  /** What to do about it. */
  readonly repair: string;
  /** Seeds that show it, by number; absent if no seed is involved. */
  readonly seeds?: readonly number[];
}

/** Creates failures of one claim, of an exercise or of the whole assignment; in the spec file unless `where` is given. */
export function failing(
  claim: ClaimId,
  exercise?: string,
  where?: string,
): (what: string, repair: string, detail?: string) => Failure {
  return (what, repair, detail) => ({ claim, exercise, what, where, repair, detail });
}

/** Merges the same failure on several seeds. */
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
