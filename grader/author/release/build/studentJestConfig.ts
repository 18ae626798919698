import { createRequire } from 'node:module';
import { join } from 'node:path';
import { z } from 'zod';

const staffConfigSchema = z.looseObject({
  reporters: z.array(z.string()),
  projects: z.array(z.looseObject({ displayName: z.string(), moduleNameMapper: z.record(z.string(), z.string()) })),
});

/** Built files that replace the grader's sources in a student's copy. */
const built: Readonly<Record<string, string>> = {
  '<rootDir>/grader/curriculum/descent.ts': '<rootDir>/grader/student/jest/descent.js',
  '<rootDir>/grader/student/jest/publicChecks.ts': '<rootDir>/grader/student/jest/publicChecks.js',
  '<rootDir>/grader/precision/install.ts': '<rootDir>/grader/student/jest/tfjs.js',
  '<rootDir>/grader/testbed/tools/stripTypes.js': '<rootDir>/grader/student/jest/lazyTsJest.js',
};
const authorModule = '^descent/author$';
const staffsReporter = '<rootDir>/grader/testbed/tools/toolsReporter.js';
const versionReporter = '<rootDir>/grader/student/jest/versionReporter.js';

/**
 * A student's jest.config.js: that of the staff, with only the project of the public checks, and built files for
 * sources.
 *
 * @throws if it names a source without a built file
 */
export function studentJestConfig(root: string): string {
  const load = createRequire(join(root, 'package.json'));
  const { reporters, projects, cacheDirectory: _cache, ...rest } = staffConfigSchema.parse(load('./jest.config.js'));
  const project = projects.find(({ displayName }) => displayName === 'public');
  if (project === undefined) throw new Error('jest.config.js has no project `public`');
  const { rootDir: _root, moduleNameMapper, ...own } = project;
  const { [authorModule]: _author, ...modules } = moduleNameMapper;

  const json = (value: unknown): string =>
    JSON.stringify(value, (_key, item: unknown) => (typeof item === 'string' ? builtForm(item) : item), 2);
  return [
    "'use strict';",
    "const { join } = require('node:path');",
    '',
    `const project = ${json({ ...own, moduleNameMapper: modules })};`,
    '',
    'module.exports = {',
    `  ...${json({ ...rest, reporters: [versionReporter, ...reporters.filter((path) => path !== staffsReporter)] }).replaceAll('\n', '\n  ')},`,
    "  cacheDirectory: join(__dirname, '.descent', 'cache', 'jest'),",
    '  projects: [{ rootDir: __dirname, ...project }],',
    '};',
    '',
  ].join('\n');
}

function builtForm(path: string): string {
  const found = built[path];
  if (found === undefined && /^<rootDir>\/grader\/.*\.ts$/.test(path))
    throw new Error(
      `jest.config.js names ${path}, of which a student's copy has no built form; see studentJestConfig.ts`,
    );
  return found ?? path;
}
