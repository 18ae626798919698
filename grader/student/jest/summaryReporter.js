'use strict';
/**
 * Ends `npm test` with a summary: how many public checks pass, what is to do, what to fix first, what was not checked.
 */
const { existsSync } = require('node:fs');
const { basename, dirname, join } = require('node:path');
const { SummaryReporter: JestSummaryReporter } = require('@jest/reporters');
const { courseRoot } = require('../../bundling/courseRoot');
const { languageOf } = require('../../pipeline/words/languageOf');
const { typesWithin } = require('../types/startTypes');
const { foundIn } = require('../types/typeCache');
const { jestInChinese } = require('./jestInChinese');
const { summaryTexts } = require('./summaryTexts');

const { language, problem } = languageOf(process.env);
const texts = summaryTexts[language];
const root = courseRoot(join(__dirname, '../../..'));
const maxTypeErrors = 5;
/** The verdict is complete; a nearly finished type check may still add its part. */
const patienceMs = 500;

/**
 * @typedef {import('@jest/reporters').TestResult} TestFile
 * @typedef {TestFile['testResults'][number]} Test
 */

class SummaryReporter extends JestSummaryReporter {
  /** @param {import('@jest/reporters').Config.GlobalConfig} config */
  constructor(config) {
    // Jest would end with the internal pattern that `-t` was translated to.
    super({ ...config, testNamePattern: undefined });
    this.pattern = config.testNamePattern;
  }

  /**
   * @override
   * @param {string} message
   */
  log(message) {
    super.log(language === 'zh' ? jestInChinese(message) : message);
  }

  /**
   * @override
   * @param {Set<import('@jest/reporters').TestContext>} contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  async onRunComplete(contexts, results) {
    super.onRunComplete(contexts, results);
    const files = results.testResults.filter(isPublic).toSorted((a, b) => (a.testFilePath < b.testFilePath ? -1 : 1));
    const broken = files.find(({ testExecError }) => testExecError);
    const ran = files.flatMap((file) => file.testResults).filter(isChosen(this.pattern));
    if (ran.length === 0 && !broken) return;
    if (problem !== undefined) console.error(`\n${problem}`);
    console.error(`\n${summaryOf(ran, broken)}`);
    await typesWithin(patienceMs);
    for (const line of typesOf(files)) console.error(line);
  }
}

/**
 * @param {readonly Test[]} tests
 * @param {TestFile | undefined} broken
 */
function summaryOf(tests, broken) {
  // A check is nested in its exercise; tests of the whole file are not.
  const checks = tests.filter(({ ancestorTitles }) => ancestorTitles.length === 2);
  const passed = checks.filter(({ status }) => status === 'passed').length;
  const todo = new Set(
    checks.filter(({ status }) => status === 'todo').map(({ ancestorTitles }) => ancestorTitles.join('/')),
  );
  return [texts.counts(passed, checks.length, todo.size), ...next(tests, todo, broken)].join('\n');
}

/**
 * Type errors of the files that ran, as far as known.
 *
 * @param {readonly TestFile[]} files
 */
function typesOf(files) {
  if (existsSync(join(root, 'solutions')) || !existsSync(join(root, 'tsconfig.json'))) return [];
  const ids = [...new Set(files.map(({ testFilePath }) => basename(dirname(testFilePath))))];
  const found = ids.map((id) => foundIn(root, id));
  const errors = found.flatMap((one) => one ?? []);
  const shown = errors.slice(0, maxTypeErrors).map((line) => `  ${line}`);
  return [
    ...(errors.length === 0 ? [] : ['', texts.typeErrors(errors.length), ...shown]),
    ...(errors.length > maxTypeErrors ? ['  …'] : []),
    ...(found.includes(undefined) ? ['', texts.typesUnknown] : []),
  ];
}

/**
 * Jest names no project for a file that could not be run.
 *
 * @param {TestFile} file
 */
function isPublic({ displayName, testFilePath }) {
  return displayName === undefined ? /[/\\]assignments[/\\]/.test(testFilePath) : displayName.name === 'public';
}

/**
 * Tests that `-t` excludes don't count.
 *
 * @param {string | undefined} pattern
 * @returns {(test: Test) => boolean}
 */
function isChosen(pattern) {
  const chosen = new RegExp(pattern ?? '', 'i');
  return ({ fullName }) => chosen.test(fullName);
}

/**
 * @param {readonly Test[]} tests
 * @param {ReadonlySet<string>} todo
 * @param {TestFile | undefined} broken
 */
function next(tests, todo, broken) {
  if (broken) return [texts.broken];
  const failed = tests.find(({ status }) => status === 'failed');
  if (failed) return ['', texts.fixFirst, ...(failed.failureMessages[0] ?? '').split('\n').map((line) => `  ${line}`)];
  const [first] = todo;
  if (first === undefined) return [texts.nothing];
  const [assignment = '', exercise = ''] = first.split('/');
  return [texts.next(exercise, assignment)];
}

module.exports = SummaryReporter;
