import type { Failure } from './claims';

/** Removes duplicates between failures of files and reasons why the spec can't run. */
export function withoutEchoes(written: readonly Failure[], unprepared: Failure): readonly Failure[] {
  const others = written.filter(({ claim, what }) => claim !== 'generated' || !what.endsWith(unprepared.what));
  // Nothing can run without hints. Missing hints are reported with their file.
  const isMissingHint = others.some(
    ({ claim, exercise, what }) => claim === 'hints' && unprepared.what.startsWith(`${exercise}: ${what};`),
  );
  return isMissingHint ? others : [...others, unprepared];
}
