'use strict';
/**
 * Jest's transform for the engine's files and ES modules: strips types and converts to CommonJS. Sucrase takes a tenth of
 * the compiler's time, but does not support all syntax, such as namespaces; `lazyTsJest.js` transforms students' files.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { getVersion, transform } = require('sucrase');

const own = readFileSync(__filename, 'utf8');

/** @type {import('@jest/transform').SyncTransformer} */
module.exports = {
  getCacheKey: (source, path) =>
    createHash('sha256')
      .update(JSON.stringify([source, path, getVersion(), own]))
      .digest('hex')
      .slice(0, 32),
  process(source, path) {
    const { code, sourceMap } = transform(source, {
      transforms: ['typescript', 'imports'],
      disableESTransforms: true,
      filePath: path,
      sourceMapOptions: { compiledFilename: path },
    });
    return { code, map: JSON.stringify({ ...sourceMap, sourcesContent: [source] }) };
  },
};
