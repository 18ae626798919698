'use strict';
/** ts-jest, loaded only when a file is not in Jest's cache: loading TypeScript takes longer than most test files. */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { stripVTControlCharacters, TextDecoder } = require('node:util');

/** @typedef {import('@jest/transform').SyncTransformer} Transformer */

/** @type {import('ts-jest').RawCompilerOptions & { isolatedModules: boolean }} */
const tsconfig = {
  target: 'ES2022',
  module: 'CommonJS',
  moduleResolution: 'Node10',
  esModuleInterop: true,
  // Types are checked by `npm run types`; here files are only transpiled, one by one.
  isolatedModules: true,
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
 * Jest reads all files as UTF-8; editors on Windows save UTF-16, which its mark tells, and grading reads that too.
 *
 * @param {string} source
 * @param {string} path
 */
function textOf(source, path) {
  if (!/^[\uFFFD\uFEFF]{1,2}/.test(source)) return source;
  const bytes = readFileSync(path);
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  return mark === 'feff' ? new TextDecoder('utf-16be').decode(bytes) : source;
}

/** @type {Transformer} */
module.exports = {
  getCacheKey(source, path, { instrument }) {
    return createHash('sha256')
      .update(JSON.stringify([source, path, instrument, versions, own]))
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
