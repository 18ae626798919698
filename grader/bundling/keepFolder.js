'use strict';
const { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } = require('node:fs');
const { dirname, join } = require('node:path');

/**
 * Fills a folder of the cache atomically, unless it exists, and removes unused ones.
 *
 * @param {string} folder - `…/grader-HASH`, named by a hash of its sources
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
 * A running grader starts new processes from its own bundle, so only day-old folders are removed.
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
