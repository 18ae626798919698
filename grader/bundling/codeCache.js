'use strict';
/**
 * V8's compiled code of a script, kept in a file: what is compiled need not be compiled by the next process. Nothing
 * depends on it: a file that is missing, damaged, or of another V8 costs time alone, and so does a folder that can't be
 * written to.
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
 * A name for what V8 makes of a source: its code is taken back by the same version with the same flags on the same kind
 * of processor, for the same source, of which V8 itself compares only the length.
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
 * @returns {Buffer | undefined} undefined if it is not, to the last bit, what was kept
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
 * Leaves the newest files of a folder that holds nothing but compiled code.
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
    // Another process removes them, or will.
  }
}

/** @param {Uint8Array} code */
function digestOf(code) {
  return createHash('sha256').update(code).digest();
}

module.exports = { codeName, keepCode, readCode, removeOldCode };
