import { InvalidArgumentError } from 'commander';

/** Default wall-clock limit of one exercise, in seconds. */
export const secondsPerExercise = 10;

/** Parses the option. @throws if it is not a valid time */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === '' || !Number.isFinite(seconds) || seconds <= 0 || seconds > 3600) {
    throw new InvalidArgumentError('It must be a number of seconds above 0, at most 3600.');
  }
  return seconds;
}
