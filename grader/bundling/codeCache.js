'use strict';
/**
 * V8's compiled code of a script, cached in a file for the next process. Only a cache: a file that is missing, damaged,
 * or from a different V8, or a read-only folder, costs only time.
 */
const { Buffer } = require('node:buffer');
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync, rmSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { cachedDataVersionTag } = require('node:v8');
const { writeWholeSync } = require('../files/writeWholeSync');

const digestBytes = 32;
const maxFiles = 64;

/**
 * A cache key for a source: V8 accepts cached code only for the same version, flags and processor type, and verifies
 * only the source's length.
 *
 * @param {readonly string[]} source
 */
function codeName(...source) {
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.arch, cachedDataVersionTag()]));
  for (const part of source) hash.update(`${part.length}\n`).update(part);
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} path
 * @returns {Buffer | undefined} undefined unless it is intact, bit for bit
 */
function readCode(path) {
  try {
    const file = readFileSync(path);
    const code = file.subarray(digestBytes);
    return digestOf(code).equals(file.subarray(0, digestBytes)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} path
 * @param {Uint8Array} code
 */
function keepCode(path, code) {
  writeWholeSync(path, Buffer.concat([digestOf(code), code]));
}

/**
 * Keeps only the newest files of a folder with compiled code.
 *
 * @param {string} folder
 */
function removeOldCode(folder) {
  try {
    const files = readdirSync(folder).map((name) => {
      const path = join(folder, name);
      return { path, time: statSync(path).mtimeMs };
    });
    for (const { path } of files.toSorted((a, b) => b.time - a.time).slice(maxFiles)) rmSync(path, { force: true });
  } catch {
    // Another process removes them.
  }
}

/** @param {Uint8Array} code */
function digestOf(code) {
  return createHash('sha256').update(code).digest();
}

module.exports = { codeName, keepCode, readCode, removeOldCode };
