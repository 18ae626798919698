import { join } from 'node:path';

/** Where Gradescope has what, and we have ours. */
export interface Places {
  readonly submission: string;
  readonly metadata: string;
  readonly results: string;
  /** What only root may read: checks with expected values. */
  readonly grader: string;
  readonly childCommand: readonly string[];
}

/** @param environment - `AUTOGRADER_ROOT` and `AUTOGRADER_SOURCE` move it all, to try it elsewhere */
export function placesOf(environment: Readonly<Record<string, string | undefined>>): Places {
  const root = environment.AUTOGRADER_ROOT ?? '/autograder';
  const source = environment.AUTOGRADER_SOURCE ?? join(root, 'source');
  return {
    submission: join(root, 'submission'),
    metadata: join(root, 'submission_metadata.json'),
    results: join(root, 'results', 'results.json'),
    grader: join(source, 'grader'),
    childCommand: [
      process.execPath,
      join(source, 'child', 'runBundle.js'),
      join(source, 'child', 'bundle', 'child.js'),
    ],
  };
}
