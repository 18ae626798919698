'use strict';
/** Like `resolver.js`, but an assignment's own files get the guarded tfjs, as in grading. */
const { join, sep } = require('node:path');
const { courseRoot } = require('../../bundling/courseRoot');
const resolver = require('./resolver');

const engine = join(__dirname, '../../..');
const folders = [courseRoot(engine), engine].flatMap((root) =>
  ['assignments', 'solutions'].map((folder) => join(root, folder) + sep),
);
const door = join(__dirname, 'tfjs.js');

/** @type {import('jest-resolve').SyncResolver} */
module.exports = (request, options) => {
  const isSubmission = folders.some((folder) => options.basedir.startsWith(folder));
  return isSubmission && resolver.names.test(request) ? door : resolver(request, options);
};
