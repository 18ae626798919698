'use strict';
/**
 * What Jest runs of the engine's own files and of ES modules: TypeScript without its types, as CommonJS. Sucrase takes a
 * tenth of the compiler's time, but passes over what the engine has none of, such as namespaces; so what students write
 * is left to `lazyTsJest.js`.
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
