'use strict';
/**
 * Runs a bundle with V8's code cache next to it, which halves the time to load tfjs.
 * `require('./runBundle').runBundle(path)`, or `node runBundle.js path` to run it as the program.
 */
const { isAscii } = require('node:buffer');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { createHash } = require('node:crypto');
const { join, resolve, sep } = require('node:path');
const vm = require('node:vm');

/**
 * @param {string} path - of the bundle
 * @param {string} name - its name in stack traces
 * @returns the bundle's exports, and a function that saves its compiled code
 */
function runBundle(path, name = path) {
  const bytes = readFileSync(path);
  // Skipping the decoding saves a third of the loading time.
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const cachePath = `${path}.${cacheKey()}.cache`;
  const cachedData = readIfThere(cachePath);
  const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: name,
    cachedData,
  });
  /** @type {{ exports: any }} - only the caller knows the bundle's type */
  const module = { exports: {} };
  const run = script.runInThisContext();
  // A cache is more useful once the functions of start-up are compiled, so it is written after the run.
  const save = () => {
    if (cachedData === undefined || script.cachedDataRejected) writeIfNotJailed(cachePath, script.createCachedData());
  };
  const from = isHere(path) ? path : __filename;
  run(module.exports, createRequire(from), module, from, '');
  return { exports: module.exports, save };
}

/**
 * Packages are next to the sources, while a bundle can be in the user's cache.
 *
 * @param {string} path
 */
function isHere(path) {
  return resolve(path).startsWith(join(__dirname, '..', '..') + sep);
}

// V8 rejects a cache from a different version or with different V8 flags; Node's own flags don't matter.
function cacheKey() {
  const flags = process.execArgv.filter((flag) => /^--(max-|stack-)/.test(flag));
  return createHash('sha256')
    .update(JSON.stringify([process.version, process.arch, flags]))
    .digest('hex')
    .slice(0, 8);
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} path
 * @param {Uint8Array} data
 */
function writeIfNotJailed(path, data) {
  try {
    require('../files/writeWholeSync').writeWholeSync(path, data);
  } catch {
    // Without a writable folder, this file works alone.
  }
}

module.exports = { runBundle };

if (require.main === module) runBundle(process.argv[2] ?? '', 'grader.js').save();
