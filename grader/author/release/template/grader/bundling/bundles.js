'use strict';
/** The grader's prebuilt bundles; they run from a cache folder, where V8 can store its code cache. */
const { createHash } = require('node:crypto');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { cacheFolder } = require('./cacheFolder');
const { keepFolder } = require('./keepFolder');

/**
 * @param {string} root - folder of the student's copy
 * @returns {{ readonly cli: string, readonly child: string, readonly train: string }} paths of the files to run
 */
function ensureBundles(root) {
  const bundles = ['cli.js', 'child.js', 'train.js'].map((name) => ({
    name,
    content: readFileSync(join(__dirname, name)),
  }));
  const hash = createHash('sha256');
  for (const { content } of bundles) hash.update(content);
  const name = `grader-${hash.digest('hex').slice(0, 16)}`;
  const folder = join(cacheFolder(root, name), name);
  keepFolder(folder, (empty) => {
    for (const bundle of bundles) writeFileSync(join(empty, bundle.name), bundle.content);
  });
  return { cli: join(folder, 'cli.js'), child: join(folder, 'child.js'), train: join(folder, 'train.js') };
}

module.exports = { ensureBundles };
