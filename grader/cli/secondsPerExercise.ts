import { InvalidArgumentError } from 'commander';

/** Wall seconds that one exercise may take, unless said otherwise. */
export const secondsPerExercise = 10;

/** Reads the option. @throws if it is no time */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === '' || !Number.isFinite(seconds) || seconds <= 0 || seconds > 3600) {
    throw new InvalidArgumentError('It must be a number of seconds above 0, at most 3600.');
  }
  return seconds;
}
