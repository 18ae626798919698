'use strict';
/** Resolves, for bundles and Jest, the modules that specs, submissions and a course's curriculum import. */
const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** @typedef {{ readonly root: string, readonly engine: string }} CourseFolders the folders of a course and its engine */

/**
 * The engine's modules by the names under which a course imports them, and the course's modules by the engine's names:
 * `curriculum/laws.ts` and so on. Modules that a course doesn't provide are empty, as specified in `package.json`.
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
