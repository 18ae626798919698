import type { Ban } from '../../types';

export type BansByExercise = Readonly<Record<string, ReadonlySet<string>>>;

/** Captured at startup: a submission's first file could replace them. */
const { create, keys } = Object;

/** Copies the bans using nothing that an earlier file could have replaced. */
export function bansByExercise(sent: Readonly<Record<string, readonly Ban[]>>): BansByExercise {
  const bans = create(null) as Record<string, ReadonlySet<string>>;
  const exercises = keys(sent);
  // By index: array iteration can be replaced as well.
  for (let one = 0; one < exercises.length; one += 1) {
    const exercise = exercises[one] ?? '';
    const calls = sent[exercise] ?? [];
    const set = new Set<string>();
    for (let index = 0; index < calls.length; index += 1) set.add(calls[index] ?? '');
    bans[exercise] = set;
  }
  return bans;
}

/** What any of the exercises bans. The methods of sets are read-only. */
export function bannedByAny(bans: BansByExercise): ReadonlySet<string> {
  const all = new Set<string>();
  const exercises = keys(bans);
  for (let one = 0; one < exercises.length; one += 1) bans[exercises[one] ?? '']?.forEach((call) => void all.add(call));
  return all;
}
