import type { SubmissionResult } from '../../../pipeline/report';
import type { Format } from '../format';
import { fileProblems, knownScore, testsOf, type Test } from '../testsOf';
import { withRubric } from '../withRubric';

/** What is known beside the result where the grader runs on Gradescope itself. */
export interface GradescopeExtras {
  /** Takes the place of the result's own points: lateness subtracted. */
  readonly score?: number;
  /** Lines at the top, such as how late it was. */
  readonly remarks?: readonly string[];
  readonly seconds?: number;
}

/**
 * `results.json`.
 *
 * Note [Everything is visible]: a test that is hidden from the student hides the total as well, and `after_published`
 * does so until then. What must stay hidden are the numbers of hidden cases, and `studentMessage` never has them; so
 * every test is visible.
 *
 * @throws where the points are not known
 * @see https://gradescope-autograders.readthedocs.io/en/latest/specs/
 */
export function gradescopeResults(result: SubmissionResult, extras: GradescopeExtras = {}): Record<string, unknown> {
  const tests = testsOf(result);
  const scope = result.scope === 'full' ? 'public and hidden checks' : 'public checks only';
  const fileRemarks = result.assignments.flatMap(({ remarks = [] }) => remarks);
  const output = [...(extras.remarks ?? []), ...fileRemarks, ...fileProblems(result), `Graded by ${scope}.`];
  return {
    // Overrides the sum of the tests, in which optional assignments are.
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
    text: `${JSON.stringify(gradescopeResults(withRubric(result, input)), undefined, 2)}\n`,
    notes: [],
  }),
};
