'use strict';
/** Test names, and the pattern that matches those of a function, in one place for both uses. */

const ofFile = ['loads', 'is one file of'];

/**
 * The name of a test of a file as a whole: with all of its functions, since each of them fails with it.
 *
 * @param {'loads' | 'is one file of'} what
 * @param {readonly string[]} functions
 */
function nameOfFileTest(what, functions) {
  return `${what} ${functions.join(' ')}`;
}

/**
 * For Jest's `-t`: the tests of this function alone, and those of the file that it is in.
 *
 * @param {string} name
 */
function patternOf(name) {
  return `^\\S+ ((${ofFile.join('|')}) (\\S+ )*)?${name}( |$)`;
}

module.exports = { nameOfFileTest, patternOf };
