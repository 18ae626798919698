'use strict';
/** Cache of the type checker's results between runs, keyed by file contents. Plain JavaScript for Jest's reporter. */
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { writeWholeSync } = require('../../files/writeWholeSync');

/** @typedef {{ readonly key: string, readonly errors: readonly string[] }} Found */

/** @param {string} root */
const pathIn = (root) => join(root, '.descent', 'cache', 'types.json');

/**
 * The sources of an assignment, without its tests.
 *
 * @param {string} root
 * @param {string} id
 * @returns {string[]}
 */
function sourcesOf(root, id) {
  const folder = join(root, 'assignments', id);
  return readdirSync(folder)
    .filter((name) => /\.ts$/.test(name) && !/\.(test|d)\.ts$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}

/**
 * Hash of an assignment's current files.
 *
 * @param {string} root
 * @param {string} id
 */
function keyOf(root, id) {
  const hash = createHash('sha256');
  for (const path of sourcesOf(root, id)) hash.update(`${path}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

/**
 * The cached result, if the files are unchanged.
 *
 * @param {string} root
 * @param {string} id
 * @returns {readonly string[] | undefined}
 */
function foundIn(root, id) {
  const found = readAll(root)[id];
  return found?.key === keyOf(root, id) ? found.errors : undefined;
}

/**
 * @param {string} root
 * @param {string} id
 * @param {Found} found
 */
function keep(root, id, found) {
  // The copy may have been deleted: don't recreate it.
  if (existsSync(root)) writeWholeSync(pathIn(root), JSON.stringify({ ...readAll(root), [id]: found }));
}

/**
 * @param {string} root
 * @returns {Readonly<Record<string, Found | undefined>>}
 */
function readAll(root) {
  try {
    return JSON.parse(readFileSync(pathIn(root), 'utf8'));
  } catch {
    return {};
  }
}

module.exports = { foundIn, keep, keyOf, sourcesOf };
