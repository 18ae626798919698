'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const isStaff = existsSync(join(__dirname, 'solutions'));

const shared = {
  // Looked up in the test's realm these cost a sixth of all time.
  sandboxInjectedGlobals: [
    'Math',
    'Array',
    'Object',
    'Number',
    'String',
    'Boolean',
    'Symbol',
    'Map',
    'WeakMap',
    'Set',
    'WeakSet',
    'Error',
    'Float32Array',
    'Float64Array',
    'Int32Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Promise',
    'Reflect',
    'isNaN',
  ],
  rootDir: __dirname,
  testEnvironment: 'node',
  // The first pattern counts: the folder of an assignment, where students write, then all else.
  transform: {
    '[/\\\\]\\d{1,2}-[^/\\\\]+[/\\\\].+\\.ts$': '<rootDir>/grader/student/jest/lazyTsJest.js',
    '\\.ts$|node_modules/(@dodona|d3-|internmap).+\\.m?js$': '<rootDir>/grader/testbed/tools/stripTypes.js',
  },
  // ES modules, which Jest runs as what it knows, and this package where it is a course's dependency.
  transformIgnorePatterns: ['/node_modules/(?!@dodona/|d3-|internmap/|descent/)'],
  moduleNameMapper: {
    '^descent$': '<rootDir>/grader/curriculum/descent.ts',
    '^descent/author$': '<rootDir>/grader/curriculum/author.ts',
    '^descent/jest$': '<rootDir>/grader/student/jest/publicChecks.ts',
  },
  resolver: '<rootDir>/grader/student/jest/resolver.js',
  // Float32Array must be Float64Array before anything loads tfjs.
  setupFiles: ['<rootDir>/grader/precision/install.ts'],
  modulePathIgnorePatterns: ['<rootDir>/.descent/'],
};

/** @param {string} folder */
const assignments = (folder) => ({
  ...shared,
  testMatch: ['<rootDir>/assignments/*/*.test.ts'],
  resolver: '<rootDir>/grader/student/jest/submissionResolver.js',
  setupFilesAfterEnv: ['<rootDir>/grader/student/jest/awaitAnswers.js'],
  globals: { submissionFolder: folder },
});

/** The staff's checkout also runs the public checks on the solutions, and the grader's own tests. */
const staff = [
  {
    ...assignments('solutions'),
    displayName: 'solutions',
    resolver: '<rootDir>/grader/student/jest/solutionsResolver.js',
  },
  { ...shared, displayName: 'unit', testMatch: ['<rootDir>/grader/**/*.test.ts', '<rootDir>/data/**/*.test.ts'] },
];

/**
 * Suites that take long or need more than Node, each in files of its name (`hostile.security.ts`): commands in
 * processes of their own, the proofs of the course, attacks on the sandbox (Linux), pages in Chromium. They run where
 * they are named.
 */
const byName = ['e2e', 'fairness', 'security', 'browser'];
const selected = process.argv.slice(process.argv.indexOf('--selectProjects'));
const named = byName
  .filter((name) => selected.includes(name))
  .map((name) => ({ ...shared, displayName: name, testMatch: [`<rootDir>/grader/**/*.${name}.ts`] }));

module.exports = {
  watchman: false,
  // Jest would leave one core to itself, which on two cores halves the speed.
  maxWorkers: '100%',
  cacheDirectory: join(__dirname, '.descent', 'cache', 'jest'),
  // Whoever's machine is slow waits longer, and fails nothing.
  testTimeout: 600_000,
  // At its end each process keeps what it has compiled (`compileOnce.js`), for which Jest gives it half a second.
  workerGracefulExitTimeout: 60_000,
  reporters: [
    '<rootDir>/grader/student/jest/progressReporter.js',
    '<rootDir>/grader/student/jest/summaryReporter.js',
    ...(isStaff ? ['<rootDir>/grader/testbed/tools/toolsReporter.js'] : []),
  ],
  projects: [{ ...assignments('assignments'), displayName: 'public' }, ...(isStaff ? [...staff, ...named] : [])],
};
