import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { studentJestConfig } from './studentJestConfig';

/** Exports of a configuration's text, evaluated in a folder. */
function evaluate(text: string, folder: string): unknown {
  const module: { exports: unknown } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- text that was just made here
  const run = new Function('module', 'require', '__dirname', text) as (...args: unknown[]) => void;
  run(module, () => ({ join: (...parts: string[]) => parts.join('/') }), folder);
  return module.exports;
}

describe('studentJestConfig', () => {
  it('should have only the public project, built files for sources, and the version in the report', () => {
    const text = studentJestConfig(resolve(__dirname, '../../../..'));
    expect(text).not.toMatch(/grader\/[\w/]*\.ts"|solutions|author|testbed/);
    expect(evaluate(text, '/copy')).toMatchObject({
      cacheDirectory: '/copy/.descent/cache/jest',
      reporters: expect.arrayContaining([
        '<rootDir>/grader/student/jest/versionReporter.js',
        '<rootDir>/grader/student/jest/summaryReporter.js',
      ]) as unknown,
      projects: [{ displayName: 'public', rootDir: '/copy', testMatch: ['<rootDir>/assignments/*/*.test.ts'] }],
    });
  });

  it('should name a source without a built file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'descent-jest-'));
    try {
      const config = {
        reporters: [],
        projects: [{ displayName: 'public', moduleNameMapper: { x: '<rootDir>/grader/x.ts' } }],
      };
      await writeFile(join(folder, 'jest.config.js'), `module.exports = ${JSON.stringify(config)};`);
      expect(() => studentJestConfig(folder)).toThrow(
        "jest.config.js names <rootDir>/grader/x.ts, of which a student's copy has no built form",
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
