'use strict';
/** ts-jest, loaded only when a file is not in Jest's cache: loading TypeScript takes longer than most test files. */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { stripVTControlCharacters } = require('node:util');
const { decodeSource } = require('../../pipeline/submission/decodeSource');

/** @typedef {import('@jest/transform').SyncTransformer} Transformer */

/** @type {import('ts-jest').RawCompilerOptions & { isolatedModules: boolean }} */
const tsconfig = {
  target: 'ES2022',
  module: 'CommonJS',
  moduleResolution: 'Node10',
  esModuleInterop: true,
  // `npm run types` checks types; here files are only transpiled, one by one.
  isolatedModules: true,
  allowJs: true,
  sourceMap: true,
};

const versions = ['ts-jest', 'typescript'].map(
  (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version,
);
const own = readFileSync(__filename, 'utf8');

/** @type {Transformer | undefined} */
let transformer;
/** @returns {Transformer} */
function tsJest() {
  transformer ??= require('ts-jest').default.createTransformer({ tsconfig });
  return transformer;
}

/**
 * Jest reads all files as UTF-8, so other encodings produce U+FFFD. Such files are read again here as grading reads
 * them; undecodable ones are left unchanged.
 *
 * @param {string} source
 * @param {string} path
 */
function textOf(source, path) {
  return /[\uFFFD\uFEFF]/.test(source) ? (decodeSource(readFileSync(path))?.text ?? source) : source;
}

/** @type {Transformer} */
module.exports = {
  getCacheKey(source, path, { instrument }) {
    return createHash('sha256')
      .update(JSON.stringify([textOf(source, path), path, instrument, versions, own]))
      .digest('hex')
      .slice(0, 32);
  },
  process(source, path, options) {
    try {
      return tsJest().process(textOf(source, path), path, options);
    } catch (error) {
      // TypeScript colours a syntax error for every kind of output.
      if (!(error instanceof Error)) throw error;
      error.message = stripVTControlCharacters(error.message);
      error.stack = error.message;
      throw error;
    }
  },
};
