'use strict';
const { mkdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

/**
 * Writes a cache file atomically, with any number of concurrent writers. Caches are optional, so a read-only folder is
 * not an error; and a file lost in a crash is created again, so nothing is flushed (see `writeWhole`).
 *
 * @param {string} path
 * @param {string | Uint8Array} content
 * @returns {boolean} whether it was written
 */
function writeWholeSync(path, content) {
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    try {
      writeFileSync(temporary, content);
      renameSync(temporary, path);
    } finally {
      rmSync(temporary, { force: true });
    }
    return true;
  } catch {
    return false;
  }
}

module.exports = { writeWholeSync };
