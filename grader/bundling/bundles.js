'use strict';
/** Builds the grader's bundles from its sources, once for each state of the sources. */
const { createHash } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { cacheFolder } = require('./cacheFolder');

/** Entry points, each bundled into one file of this name. */
const entries = {
  cli: 'grader/cli/main.ts',
  child: 'grader/curriculum/childMain.ts',
};

/** Those that take tfjs as it is installed, since a backend that is installed beside it must find the same one. */
const entriesBesideTfjs = {
  train: 'grader/student/training/child/main.ts',
};

/** No bundle holds a test. */
const isSuite = /\.(test|e2e|fairness|security|browser)\.ts$/;

const names = [...Object.keys(entries), ...Object.keys(entriesBesideTfjs)];

/**
 * @param {string} root - folder of the repository
 * @returns {{ cli: string, child: string, train: string }} paths of the built files
 */
function ensureBundles(root) {
  const name = `grader-${hashOfSources(root)}`;
  const folder = join(cacheFolder(root, name), name);
  const paths = Object.fromEntries(names.map((name) => [name, join(folder, `${name}.js`)]));
  if (!existsSync(folder)) build(root, folder);
  return paths;
}

function build(root, folder) {
  const temporary = `${folder}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  bundle(root, temporary, entries, []);
  bundle(root, temporary, entriesBesideTfjs, ['@tensorflow/*']);
  removeOlder(dirname(folder));
  try {
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
}

function bundle(root, outdir, entryPoints, external) {
  const { buildSync } = require('esbuild');
  buildSync({
    absWorkingDir: root,
    entryPoints: Object.entries(entryPoints).map(([out, path]) => ({ in: join(root, path), out })),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['esbuild', 'typescript', 'fsevents', ...external],
    alias: { descent: join(root, 'grader', 'curriculum', 'descent.ts') },
    minifyWhitespace: true,
    logLevel: 'silent',
    tsconfigRaw: '{}',
  });
}

// A grader that is running starts new processes from its own bundle, so that only what is long out of use may go.
function removeOlder(cache) {
  const aDayAgo = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(cache).filter((entry) => /^grader-[0-9a-f]+(\.\d+)?$/.test(entry))) {
    const path = join(cache, name);
    const builtAt = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (builtAt < aDayAgo) rmSync(path, { recursive: true, force: true });
  }
}

function hashOfSources(root) {
  const hash = createHash('sha256');
  const sources = ['grader', 'data'].flatMap((folder) => sourcesIn(join(root, folder)));
  for (const path of ['package.json', 'package-lock.json', ...sources.map((path) => relative(root, path))]) {
    const full = join(root, path);
    if (existsSync(full)) hash.update(path).update(readFileSync(full));
  }
  return hash.digest('hex').slice(0, 16);
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'bench' ? [] : sourcesIn(path);
      return /\.(ts|js)$/.test(entry.name) && !isSuite.test(entry.name) ? [path] : [];
    });
}

module.exports = { ensureBundles };
