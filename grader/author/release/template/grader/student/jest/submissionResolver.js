'use strict';
/**
 * Resolves every import of tfjs outside of node_modules, under any of its names, to the guarded one in double
 * precision.
 */
const { join, sep } = require('node:path');
require('./compileOnce');

const door = join(__dirname, 'tfjs.js');
const names = /^@tensorflow\/tfjs(-node|-core)?$/;

/** @type {import('jest-resolve').SyncResolver} */
module.exports = (request, options) => {
  const { basedir } = options;
  const isOurs = !basedir.includes(`${sep}node_modules${sep}`) && basedir !== __dirname;
  return names.test(request) && isOurs ? door : options.defaultResolver(request, options);
};
