'use strict';
/**
 * The order of `npm run test:more`: first the files that take a minute or more, which would otherwise keep one core busy at
 * the end; then proofs of the course, pages, attacks and commands; within each, Jest's own order, longest known first.
 */
const { basename } = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const long = [
  'course.fairness.ts',
  'ownCourse.e2e.ts',
  'samePage.fairness.ts',
  'page.browser.ts',
  'hostile.security.ts',
  'batch.e2e.ts',
  'encodings.e2e.ts',
  'fileProblems.e2e.ts',
];
const first = ['fairness', 'browser', 'security', 'e2e'];

/** @typedef {import('@jest/test-result').Test} Test */

class LongestFirst extends Sequencer {
  /**
   * @override
   * @param {Test[]} tests
   */
  async sort(tests) {
    return (await super.sort(tests)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}

/** @param {Test} test */
function placeOf({ context, path }) {
  const place = long.indexOf(basename(path));
  if (place !== -1) return place;
  const kind = first.indexOf(context.config.displayName?.name ?? '');
  return long.length + (kind === -1 ? first.length : kind);
}

module.exports = LongestFirst;
