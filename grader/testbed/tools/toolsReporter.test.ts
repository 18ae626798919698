import { join } from 'node:path';
import type { AggregatedResult } from '@jest/reporters';
import { exerciseNames } from '../../student/jest/exerciseNames';
import { anotherId } from '../course/ofCourse';
import ToolsReporter from './toolsReporter';

function errorOf(testNamePattern: string | undefined): string | undefined {
  const reporter = new ToolsReporter(testNamePattern === undefined ? {} : { testNamePattern });
  const print = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  reporter.onRunComplete([], { testResults: [], numTotalTests: 3, numPendingTests: 3 } as unknown as AggregatedResult);
  print.mockRestore();
  return reporter.getLastError()?.message;
}

describe('toolsReporter', () => {
  it('should fail a run without any test, and suggest a function name', () => {
    const [name = ''] = exerciseNames(join(__dirname, '../../../assignments', anotherId));
    expect(errorOf(`${name.slice(0, -2)}${name.slice(-1)}`)).toBe(`no test ran; did you mean ${name}?`);
    expect(errorOf('nothing that any function is called')).toBe('no test ran');
    expect(errorOf(undefined)).toBe('no test ran');
  });
});
