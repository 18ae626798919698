import { InvalidArgumentError } from 'commander';

/** Parses an option that is a number. @throws with the complaint if it is not a valid one */
export function numberOption(isRight: (value: number) => boolean, complaint: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value) || !isRight(value)) throw new InvalidArgumentError(complaint);
    return value;
  };
}

export function wholeNumber(min: number, max: number): (text: string) => number {
  const isRight = (value: number): boolean => Number.isInteger(value) && value >= min && value <= max;
  return numberOption(isRight, `It must be a whole number from ${min} to ${max}.`);
}

export const parseSize = numberOption(
  (value) => Number.isSafeInteger(value) && value > 0,
  'It must be a whole number above 0.',
);

/** Parses `--jobs`, the number of submissions graded at once. */
export const parseJobs = wholeNumber(1, 256);

/** Default wall-clock limit of one exercise, in seconds. */
export const secondsPerExercise = 10;

export const parseSeconds = numberOption(
  (value) => value > 0 && value <= 3600,
  'It must be a number of seconds above 0, at most 3600.',
);
