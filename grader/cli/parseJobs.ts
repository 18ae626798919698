import { InvalidArgumentError } from 'commander';

/** Parses `--jobs`, the number of submissions graded at once. */
export function parseJobs(text: string): number {
  const jobs = Number(text);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
    throw new InvalidArgumentError('It must be a whole number from 1 to 256.');
  return jobs;
}
