import { jsonText } from '../../../files';
import type { SubmissionResult } from '../../../pipeline/report';
import type { Format } from '../format';
import { fileProblems, knownScore, testsOf, type Test } from '../testsOf';
import { withRubric } from '../withRubric';

/** Values that are only known on Gradescope itself. */
export interface GradescopeExtras {
  /** Replaces the result's points: the late penalty is subtracted. */
  readonly score?: number;
  /** Lines at the top, such as lateness. */
  readonly remarks?: readonly string[];
  readonly seconds?: number;
}

/**
 * `results.json`.
 *
 * Note [Everything is visible]: a test hidden from the student hides the total too, and `after_published` does so until
 * the grades are published. So every test is visible; `studentMessage` never contains numbers of hidden cases.
 *
 * @throws if the points are unknown
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export function gradescopeResults(result: SubmissionResult, extras: GradescopeExtras = {}): Record<string, unknown> {
  const tests = testsOf(result);
  const scope = result.scope === 'full' ? 'public and hidden checks' : 'public checks only';
  const fileRemarks = result.assignments.flatMap(({ remarks = [] }) => remarks);
  const output = [...(extras.remarks ?? []), ...fileRemarks, ...fileProblems(result), `Graded by ${scope}.`];
  return {
    // Overrides the sum of the tests, which includes optional assignments.
    score: extras.score ?? knownScore(result),
    ...(extras.seconds === undefined ? {} : { execution_time: Math.round(extras.seconds * 100) / 100 }),
    output: output.join('\n'),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    tests: tests.map(testJson),
    extra_data: {
      submission: result.submission,
      scope: result.scope,
      seedLabel: result.seedLabel,
      specHash: result.specHash,
      graderVersion: result.graderVersion,
      isolation: result.isolation,
    },
  };
}

function testJson(test: Test): Record<string, unknown> {
  const { assignment, exercise, number, name, status, points, maxPoints, text, optional } = test;
  return {
    score: points,
    max_score: maxPoints,
    status: status === 'passed' ? 'passed' : 'failed',
    name: optional ? `(optional) ${name}` : name,
    number,
    ...(text === '' ? {} : { output: text }),
    tags: [assignment, exercise],
    visibility: 'visible',
  };
}

/** Gradescope's results.json of one submission. */
export const gradescope: Format = {
  name: 'gradescope',
  of: 'submission',
  write: (result, input) => ({
    text: jsonText(gradescopeResults(withRubric(result, input))),
    notes: [],
  }),
};
