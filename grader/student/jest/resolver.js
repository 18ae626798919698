'use strict';
/** Resolves every import of tfjs outside of node_modules, under any of its names, to the one in double precision. */
const { join, sep } = require('node:path');
require('./compileOnce');

const engine = join(__dirname, '../../..') + sep;
const precision = join(engine, 'grader', 'precision');
const door = join(precision, 'tfjs.ts');
const names = /^@tensorflow\/tfjs(-node|-core)?$/;

/** @type {import('jest-resolve').SyncResolver} */
const resolve = (request, options) => {
  const { basedir } = options;
  // The engine may itself be a package.
  const path = basedir.startsWith(engine) ? basedir.slice(engine.length - 1) : basedir;
  const isOurs = !path.includes(`${sep}node_modules${sep}`) && !basedir.startsWith(precision);
  return names.test(request) && isOurs ? door : options.defaultResolver(request, options);
};

module.exports = Object.assign(resolve, { names });
