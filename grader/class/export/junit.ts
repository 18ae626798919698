import type { AssignmentJson, SubmissionResult } from '../../pipeline/report';
import type { Format } from './format';
import { testsOf, type Test } from './testsOf';
import { withRubric } from './withRubric';

/** JUnit XML: a suite for each submission and assignment, a case for each check. */
export const junit: Format = {
  name: 'junit',
  of: 'class',
  write: (input) => {
    const suites = input.results.flatMap((graded) => {
      const result = withRubric(graded, input);
      const tests = testsOf(result);
      return result.assignments.map((assignment) => ({
        result,
        assignment,
        tests: tests.filter((one) => one.assignment === assignment.id),
      }));
    });
    const all = suites.flatMap(({ tests }) => tests);
    const lines = [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="descent"${counts(all)}>`,
      ...suites.flatMap((one) => suiteLines(one)),
      '</testsuites>',
    ];
    return { text: `${lines.join('\n')}\n`, notes: [] };
  },
};

interface Suite {
  readonly result: SubmissionResult;
  readonly assignment: AssignmentJson;
  readonly tests: readonly Test[];
}

function suiteLines({ result, assignment, tests }: Suite): readonly string[] {
  const { id, score, maxScore, status } = assignment;
  const suite = `${result.submission}.${id}`;
  const properties = { score: score ?? '', maxScore, status, scope: result.scope, seedLabel: result.seedLabel };
  return [
    `  <testsuite${attribute('name', suite)}${counts(tests)}>`,
    '    <properties>',
    ...Object.entries(properties).map(
      ([name, value]) => `      <property${attribute('name', name)}${attribute('value', String(value))}/>`,
    ),
    '    </properties>',
    ...tests.flatMap((test) => caseLines(test, suite)),
    '  </testsuite>',
  ];
}

function caseLines({ exercise, name, status, text, points, maxPoints }: Test, suite: string): readonly string[] {
  const open = `    <testcase${attribute('classname', `${suite}.${exercise}`)}${attribute('name', name)}`;
  if (status === 'passed') return [`${open}/>`];
  const [first = ''] = text.split('\n');
  const element = { failed: 'failure', error: 'error', infrastructure: 'error', todo: 'skipped' }[status];
  // `skipped` has no type.
  const type = status === 'todo' ? '' : attribute('type', status);
  const body = escapeXml(`${text}\n${points} of ${maxPoints} points`);
  return [`${open}>`, `      <${element}${attribute('message', first)}${type}>${body}</${element}>`, '    </testcase>'];
}

function counts(tests: readonly Test[]): string {
  const count = (...statuses: readonly Test['status'][]): number =>
    tests.filter(({ status }) => statuses.includes(status)).length;
  return (
    ` tests="${tests.length}" failures="${count('failed')}" errors="${count('error', 'infrastructure')}"` +
    ` skipped="${count('todo')}"`
  );
}

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeXml(value).replaceAll('\n', '&#10;')}"`;
}

// Not allowed in XML 1.0, even escaped.
// eslint-disable-next-line no-control-regex -- it matches control characters
const invalid = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

function escapeXml(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(invalid, '�')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;');
}
