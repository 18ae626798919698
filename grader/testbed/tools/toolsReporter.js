'use strict';
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { nearest } = require('../../pipeline/words/didYouMean');
const { exerciseNames } = require('../../student/jest/exerciseNames');

const title = /^needs ([^:]+): (.*)$/;

/** Lists missing tools at the end of a run, and fails a run without any test. */
class ToolsReporter {
  /** @type {Error | undefined} */
  error;
  #pattern;

  /** @param {{ readonly testNamePattern?: string }} config */
  constructor({ testNamePattern }) {
    this.#pattern = testNamePattern;
  }

  /**
   * @param {unknown} _contexts
   * @param {import('@jest/reporters').AggregatedResult} results
   */
  onRunComplete(_contexts, { testResults, numTotalTests, numPendingTests }) {
    const lines = linesOf(testResults);
    if (lines.length > 0) console.error(['', 'skipped, because this machine lacks:', ...lines].join('\n'));
    if (numTotalTests === numPendingTests) this.error = new Error(`no test ran${suggestionFor(this.#pattern)}`);
    if (this.error !== undefined) console.error(`\n${this.error.message}`);
  }

  // Jest exits with 1 if there is an error.
  getLastError() {
    return this.error;
  }
}

/**
 * Suggests the function that a mistyped `-t` pattern may mean.
 *
 * @param {string | undefined} pattern
 */
function suggestionFor(pattern) {
  const folder = join(__dirname, '../../../assignments');
  const names = readdirSync(folder).flatMap((id) => exerciseNames(join(folder, id)));
  const name = pattern === undefined ? undefined : nearest(pattern, names);
  return name === undefined ? '' : `; did you mean ${name}?`;
}

/**
 * One line per missing tool, with the reason and the suites that need it.
 *
 * @param {readonly import('@jest/reporters').TestResult[]} files
 */
function linesOf(files) {
  /** @type {Map<string, { reason: string, suites: readonly string[] }>} */
  const tools = new Map();
  for (const test of files.flatMap(({ testResults }) => testResults)) {
    const [, tool, reason = ''] = (test.status === 'pending' && title.exec(test.title)) || [];
    if (tool !== undefined)
      tools.set(tool, { reason, suites: [...(tools.get(tool)?.suites ?? []), test.ancestorTitles.join(' › ')] });
  }
  return [...tools].map(([tool, { reason, suites }]) => `  ${tool} (${reason}): ${suites.join('; ')}`);
}

module.exports = ToolsReporter;
