'use strict';
/** The grader's bundles, which came built; they run from a cache, where V8 can keep its own beside them. */
const { createHash } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');

const names = ['cli', 'child', 'train'];

/**
 * @param {string} root - folder of the student's copy
 * @returns {{ cli: string, child: string, train: string }} paths of the files to run
 */
function ensureBundles(root) {
  const contents = names.map((name) => [name, readFileSync(join(__dirname, `${name}.js`))]);
  const hash = createHash('sha256');
  for (const [, content] of contents) hash.update(content);
  const cache = join(root, '.descent', 'cache');
  const folder = join(cache, `grader-${hash.digest('hex').slice(0, 16)}`);
  if (!existsSync(folder)) fill(cache, folder, contents);
  return Object.fromEntries(names.map((name) => [name, join(folder, `${name}.js`)]));
}

function fill(cache, folder, contents) {
  mkdirSync(cache, { recursive: true });
  removeOlder(cache);
  const temporary = `${folder}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  for (const [name, content] of contents) writeFileSync(join(temporary, `${name}.js`), content);
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
}

// `npm run watch` may still run from an older one, so that only what is long out of use may go.
function removeOlder(cache) {
  const aDayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache).filter((entry) => /^grader-[0-9a-f]+(\.\d+)?$/.test(entry))) {
    const path = join(cache, name);
    const madeAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (madeAt < aDayAgo) rmSync(path, { recursive: true, force: true });
  }
}

module.exports = { ensureBundles };
