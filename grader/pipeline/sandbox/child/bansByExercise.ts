import type { Ban } from '../../types';

export type BansByExercise = Readonly<Record<string, ReadonlySet<string>>>;

/** As they are now: of a submission of many files the first could replace them. */
const { create, keys } = Object;

/** What may not be called, made with nothing that a file could have replaced before the next one is loaded. */
export function bansByExercise(sent: Readonly<Record<string, readonly Ban[]>>): BansByExercise {
  const bans = create(null) as Record<string, ReadonlySet<string>>;
  const exercises = keys(sent);
  // By index: how arrays are gone through can be replaced as well.
  for (let one = 0; one < exercises.length; one += 1) {
    const exercise = exercises[one] ?? '';
    const calls = sent[exercise] ?? [];
    const set = new Set<string>();
    for (let index = 0; index < calls.length; index += 1) set.add(calls[index] ?? '');
    bans[exercise] = set;
  }
  return bans;
}
