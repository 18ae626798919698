'use strict';
/** Runs the tests of assignments/ID on solutions/ID: a test's relative import resolves to the solution. */
const { existsSync } = require('node:fs');
const { basename, dirname, join, sep } = require('node:path');
const { courseRoot } = require('../../bundling/courseRoot');
const resolver = require('./submissionResolver');

const engine = join(__dirname, '../../..');
const root = courseRoot(engine);
const assignments = join(root, 'assignments');

/** @type {import('jest-resolve').SyncResolver} */
module.exports = (request, options) => {
  const { basedir } = options;
  const isBesideTest =
    dirname(basedir) === assignments && request.startsWith('.' + '/') && !basedir.includes(`${sep}node_modules${sep}`);
  return resolver(request, isBesideTest ? { ...options, basedir: solutionOf(basename(basedir)) } : options);
};

/**
 * As `sourceFolder` finds it.
 *
 * @param {string} id
 */
function solutionOf(id) {
  const own = join(root, 'solutions', id);
  return existsSync(own) ? own : join(engine, 'solutions', id);
}
