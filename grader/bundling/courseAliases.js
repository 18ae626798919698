'use strict';
/** Where bundles and Jest find the modules that specs, submissions and a course's own curriculum import. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** @typedef {{ readonly root: string, readonly engine: string }} CourseFolders where a course is, and its engine */

/**
 * The engine's modules by the names that a course imports them by, and what the course adds by the names that the
 * engine has for it: `curriculum/laws.ts` and its like. What it doesn't add is empty, as `package.json` says.
 *
 * @param {string} engine - folder of this package
 * @param {string} root - the course's folder
 * @returns {Record<string, string>} paths by name
 */
function courseAliases(engine, root) {
  const parts = ['laws', 'callbacks', 'data'];
  const own = parts
    .map((part) => /** @type {const} */ ([`#course/${part}`, join(root, 'curriculum', `${part}.ts`)]))
    .filter(([, path]) => existsSync(path));
  const room = join(engine, 'grader', 'curriculum');
  return Object.fromEntries([
    ['descent', join(room, 'descent.ts')],
    ...parts.map((part) => [`descent/${part}`, join(room, 'define', `${part}.ts`)]),
    ...own,
  ]);
}

module.exports = { courseAliases };
