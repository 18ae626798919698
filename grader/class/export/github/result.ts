import { jsonText } from '../../../files';
import type { SubmissionResult } from '../../../pipeline/report';
import { infoOf, type ExportInput, type Format } from '../format';

import { fileProblems, knownScore, testsOf } from '../testsOf';
import { withRubric } from '../withRubric';

/** The input of GitHub's autograding reporter, as base64 of JSON. */
export interface GithubResult {
  readonly version: 1;
  readonly status: 'pass' | 'fail' | 'error';
  readonly max_score: number;
  readonly tests: readonly {
    readonly name: string;
    readonly status: 'pass' | 'fail' | 'error';
    readonly score: number;
    readonly message: string;
    readonly test_code: string;
    readonly filename: string;
    readonly line_no: number;
    readonly duration: number;
  }[];
}

/** The result of one submission, without optional assignments, since the reporter adds up all tests. */
export function githubResult(graded: SubmissionResult, input: ExportInput): GithubResult {
  const result = withRubric(graded, input);
  knownScore(result);
  const tests = testsOf(result).filter(({ optional }) => !optional);
  return {
    version: 1,
    status: statusOf(tests.map(({ status }) => status)),
    max_score: result.maxScore,
    tests: tests.map(({ assignment, name, status, points, text, replay }) => ({
      name: `${assignment} › ${name}`,
      status: status === 'passed' ? 'pass' : status === 'error' ? 'error' : 'fail',
      score: points,
      message: text,
      test_code: replay,
      filename: `assignments/${assignment}/${infoOf(input, assignment).file}`,
      line_no: 0,
      // Required, but the student sees it: see `Test`.
      duration: 0,
    })),
  };
}

// `error` only if nothing ran.
function statusOf(statuses: readonly string[]): GithubResult['status'] {
  if (statuses.every((status) => status === 'passed')) return statuses.length === 0 ? 'error' : 'pass';
  return statuses.every((status) => status === 'error') ? 'error' : 'fail';
}

/** The line that a step appends to `$GITHUB_OUTPUT`. */
export function stepOutput(result: GithubResult): string {
  return `result=${Buffer.from(JSON.stringify(result)).toString('base64')}\n`;
}

/** The JSON of the step's output `result`. */
export const github: Format = {
  name: 'github',
  of: 'submission',
  write: (result, input) => ({
    text: jsonText(githubResult(result, input)),
    notes: [
      ...(result.scope === 'full'
        ? [
            `${result.submission} was also graded by hidden checks; a student's own repository can only run the public ones`,
          ]
        : []),
      ...fileProblems(result).map((line) => `${result.submission}: ${line}`),
    ],
  }),
};
