import type { SubmissionResult } from '../../../pipeline/report';
import type { ExportInput, Format } from '../format';
import { infoOf } from '../format';
import { fileProblems, knownScore, testsOf } from '../testsOf';
import { withRubric } from '../withRubric';

/** What GitHub's autograding reporter reads from a step, as base64 of JSON. */
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

/** The result of one submission. Optional assignments are left out, since the reporter adds up all that it is given. */
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
      // The format wants one, and a student reads it: see `Test`.
      duration: 0,
    })),
  };
}

// `error` where nothing ran at all.
function statusOf(statuses: readonly string[]): GithubResult['status'] {
  if (statuses.every((status) => status === 'passed')) return statuses.length === 0 ? 'error' : 'pass';
  return statuses.every((status) => status === 'error') ? 'error' : 'fail';
}

/** What a step writes to the file `$GITHUB_OUTPUT`. */
export function stepOutput(result: GithubResult): string {
  return `result=${Buffer.from(JSON.stringify(result)).toString('base64')}\n`;
}

/** The JSON whose base64 is the step's output `result`. */
export const github: Format = {
  name: 'github',
  of: 'submission',
  write: (result, input) => ({
    text: `${JSON.stringify(githubResult(result, input), undefined, 2)}\n`,
    notes: [
      ...(result.scope === 'full'
        ? [
            `${result.submission} was graded by hidden checks too; in a student's own repository only the public ones can run`,
          ]
        : []),
      ...fileProblems(result).map((line) => `${result.submission}: ${line}`),
    ],
  }),
};
