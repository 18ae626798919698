'use strict';
/** Runs the tests of assignments/ID on solutions/ID: the file that is imported beside a test is the solution's. */
const { basename, dirname, join, sep } = require('node:path');
const resolver = require('./submissionResolver');

const assignments = join(__dirname, '../../..', 'assignments');
const solutions = join(__dirname, '../../..', 'solutions');

/** @type {import('jest-resolve').SyncResolver} */
module.exports = (request, options) => {
  const { basedir } = options;
  const isBesideTest =
    dirname(basedir) === assignments && request.startsWith('.' + '/') && !basedir.includes(`${sep}node_modules${sep}`);
  return resolver(request, isBesideTest ? { ...options, basedir: join(solutions, basename(basedir)) } : options);
};
