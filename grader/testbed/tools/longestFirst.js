'use strict';
/**
 * The order of `npm run test:more`: proofs of the course first, which take minutes and would else begin at the end, then
 * pages, attacks and commands; within each, Jest's own order, the longest first so far as it is known.
 */
const { default: Sequencer } = require('@jest/test-sequencer');

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
function placeOf({ context }) {
  const place = first.indexOf(context.config.displayName?.name ?? '');
  return place === -1 ? first.length : place;
}

module.exports = LongestFirst;
