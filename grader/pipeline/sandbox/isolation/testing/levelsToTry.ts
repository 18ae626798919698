import { availableIsolation, type Availability } from '..';

/** The levels in the environment variable DESCENT_TEST_LEVELS, or all; strongest first. */
export function levelsToTry(childCommand: readonly string[]): readonly Availability[] {
  const wanted = process.env.DESCENT_TEST_LEVELS?.split(',');
  return availableIsolation(childCommand).filter(({ level }) => wanted?.includes(level) ?? true);
}
