import { jsonText } from '../../files';
import type { Format } from './format';
import { fileProblems, testsOf, type Test } from './testsOf';

const maxMessage = 65_535;
/** For the whole file. */
const maxBytes = 500_000;

/** Exercism's results.json, version 3: checks are tests, and functions are the numbered tasks. */
export const exercism: Format = {
  name: 'exercism',
  of: 'submission',
  write: (result) => {
    const tests = testsOf(result);
    const nothingRan = result.assignments.every(({ status }) => status !== 'graded') || tests.length === 0;
    if (nothingRan) {
      const message = cut(fileProblems(result).join('\n') || 'nothing was graded', maxMessage);
      return { text: jsonText({ version: 3, status: 'error', message, tests: [] }), notes: [] };
    }
    const status = tests.every((one) => one.status === 'passed') ? 'pass' : 'fail';
    const whole = (length: number): string =>
      jsonText({ version: 3, status, message: null, tests: tests.map((one) => testJson(one, length)) });
    // Messages usually have some hundred characters. Longer ones are all cut to the same length.
    let length = maxMessage;
    while (length > 100 && Buffer.byteLength(whole(length)) > maxBytes) length = Math.floor(length / 2);
    return { text: whole(length), notes: [] };
  },
};

function testJson({ name, status, text, replay, task }: Test, length: number): Record<string, unknown> {
  return {
    name: cut(name, length),
    status: status === 'passed' ? 'pass' : status === 'error' || status === 'infrastructure' ? 'error' : 'fail',
    ...(status === 'passed' ? {} : { message: cut(text, length) }),
    task_id: task,
    // Checks are data, not code; this command runs them.
    test_code: replay,
  };
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // Don't split a surrogate pair.
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
