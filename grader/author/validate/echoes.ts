import type { Failure } from './claims';

/** What is wrong with the files and what keeps the spec from being run, each reported once: where it is reported best. */
export function withoutEchoes(written: readonly Failure[], unprepared: Failure): readonly Failure[] {
  const others = written.filter(({ claim, what }) => claim !== 'generated' || !what.endsWith(unprepared.what));
  // Without hints nothing can be run. That they are missing is reported with the file that should hold them.
  const isMissingHint = others.some(
    ({ claim, exercise, what }) => claim === 'hints' && unprepared.what.startsWith(`${exercise}: ${what};`),
  );
  return isMissingHint ? others : [...others, unprepared];
}
