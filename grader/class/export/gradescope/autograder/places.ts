import { join } from 'node:path';

/** Paths of Gradescope's files and of the package's. */
export interface Places {
  readonly submission: string;
  readonly metadata: string;
  readonly results: string;
  /** Checks with expected values, which only root may read. */
  readonly grader: string;
  readonly childCommand: readonly string[];
}

/** @param environment - `AUTOGRADER_ROOT` and `AUTOGRADER_SOURCE` replace the paths outside of Gradescope */
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
