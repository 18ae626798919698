'use strict';
const { mkdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');

/**
 * Writes a file of a cache whole or not at all, however many processes write it at once. Nothing depends on a cache, so
 * that a folder that can't be written to is no error; and a file that a crash loses is made again, so that nothing is
 * flushed (see `writeWhole`).
 *
 * @param {string} path
 * @param {string | Uint8Array} content
 * @returns {boolean} whether it is there now
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
