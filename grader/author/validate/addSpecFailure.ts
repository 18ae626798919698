import type { Failure } from './claims';

/** Adds the reason why a spec can't run to the failures of its files, unless these say it already. */
export function addSpecFailure(written: readonly Failure[], unprepared: Failure): readonly Failure[] {
  const others = written.filter(({ claim, what }) => claim !== 'generated' || !what.endsWith(unprepared.what));
  // Nothing can run without hints. Missing hints are reported with their file.
  const isMissingHint = others.some(
    ({ claim, exercise, what }) => claim === 'hints' && unprepared.what.startsWith(`${exercise}: ${what};`),
  );
  return isMissingHint ? others : [...others, unprepared];
}
