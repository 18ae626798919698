'use strict';
const { rmSync } = require('node:fs');

/**
 * Removes a folder in which another process may still be writing, such as the type checker that `npm test` leaves
 * running: new files are removed as well.
 *
 * @param {string} folder
 */
function removeFolder(folder) {
  for (let tries = 1; ; tries++)
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOTEMPTY' || tries === 100) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
}

module.exports = { removeFolder };
