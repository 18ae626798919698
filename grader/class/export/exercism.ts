import { jsonText } from '../../files';
import type { Format } from './format';
import { fileProblems, testsOf, type Test } from './testsOf';

const longestMessage = 65_535;
/** The whole file may have 500 KB. */
const maxBytes = 500_000;

/** Exercism's results.json, version 3: checks are tests, and functions are the numbered tasks. */
export const exercism: Format = {
  name: 'exercism',
  of: 'submission',
  write: (result) => {
    const tests = testsOf(result);
    const nothingRan = result.assignments.every(({ status }) => status !== 'graded') || tests.length === 0;
    if (nothingRan) {
      const message = cut(fileProblems(result).join('\n') || 'nothing was graded', longestMessage);
      return { text: json({ version: 3, status: 'error', message, tests: [] }), notes: [] };
    }
    const status = tests.every((one) => one.status === 'passed') ? 'pass' : 'fail';
    const whole = (longest: number): string =>
      json({ version: 3, status, message: null, tests: tests.map((one) => testJson(one, longest)) });
    // Messages are at most some hundred characters; should a course write long ones, all are cut alike.
    let longest = longestMessage;
    while (longest > 100 && Buffer.byteLength(whole(longest)) > maxBytes) longest = Math.floor(longest / 2);
    return { text: whole(longest), notes: [] };
  },
};

function testJson({ name, status, text, replay, task }: Test, longest: number): Record<string, unknown> {
  return {
    name: cut(name, longest),
    status: status === 'passed' ? 'pass' : status === 'error' || status === 'infrastructure' ? 'error' : 'fail',
    ...(status === 'passed' ? {} : { message: cut(text, longest) }),
    task_id: task,
    // Checks are data, not code: this is what runs them.
    test_code: replay,
  };
}

function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Not in the middle of a character.
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function json(content: unknown): string {
  return jsonText(content);
}
