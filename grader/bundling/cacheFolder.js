'use strict';
/** The location of build caches. */
const { accessSync, constants, existsSync, mkdirSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');

/**
 * The checkout's own cache; if that is not writable, because the checkout belongs to someone else, is read-only or
 * installed as a dependency, the user's cache. An existing build is found in either.
 *
 * @param {string} root - folder of the repository
 * @param {string} name - of the build
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string} the folder that contains it, or in which it can be created
 */
function cacheFolder(root, name, environment = process.env) {
  const users = join(environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), '.cache'), 'descent');
  const folders = [join(root, '.descent', 'cache'), users];
  const found = folders.find((folder) => existsSync(join(folder, name))) ?? folders.find(canWrite);
  if (found !== undefined) return found;
  throw new Error(
    `what it builds can be written neither to ${folders.join(' nor to ')}; make one of them writable, or set XDG_CACHE_HOME`,
  );
}

/** @param {string} folder */
function canWrite(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

module.exports = { cacheFolder };
