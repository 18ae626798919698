'use strict';
const { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

/**
 * Fills a folder of the cache whole, where it is not there yet, and removes what has long been out of use.
 *
 * @param {string} folder - `…/grader-HASH`, by what it is made from
 * @param {(folder: string) => void} fill
 */
function keepFolder(folder, fill) {
  if (existsSync(folder)) return;
  const temporary = `${folder}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  fill(temporary);
  removeOlder(dirname(folder));
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
}

/**
 * A grader that is running starts new processes from its own bundle, so that only what is a day old may go.
 *
 * @param {string} cache
 */
function removeOlder(cache) {
  const aDayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache).filter((entry) => /^grader-[0-9a-f]+(\.\d+)?$/.test(entry))) {
    const path = join(cache, name);
    const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (madeAt < aDayAgo) rmSync(path, { recursive: true, force: true });
  }
}

module.exports = { keepFolder };
