'use strict';
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * The functions of an assignment; none if it has no public checks yet.
 *
 * @param {string} folder - of the assignment
 * @returns {readonly string[]}
 */
function exerciseNames(folder) {
  const path = join(folder, 'public.json');
  if (!existsSync(path)) return [];
  const { exercises } = /** @type {{ exercises: readonly { name: string }[] }} */ (
    JSON.parse(readFileSync(path, 'utf8'))
  );
  return exercises.map(({ name }) => name);
}

module.exports = { exerciseNames };
