'use strict';
/** Builds the grader's bundles from its sources, once for each state of the sources. */
const { createHash } = require('node:crypto');
const { existsSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { asciiOnly } = require('./asciiOnly');
const { cacheFolder } = require('./cacheFolder');
const { courseAliases } = require('./courseAliases');
const { keepFolder } = require('./keepFolder');

/** Entry points, each bundled into one file of this name. */
const entries = {
  cli: 'grader/cli/main.ts',
  child: 'grader/curriculum/childMain.ts',
};

/** Bundles that use the installed tfjs, since an installed backend must find the same one. */
const entriesBesideTfjs = {
  train: 'grader/student/training/child/main.ts',
};

/** No bundle contains a test. */
const isSuite = /\.(test|e2e|fairness|security|browser)\.ts$/;

/**
 * @param {string} engine - folder of this package
 * @param {string} [root] - the course's folder, whose own curriculum is in the bundles
 * @returns {{ readonly cli: string, readonly child: string, readonly train: string }} paths of the built files
 */
function ensureBundles(engine, root = engine) {
  const name = `grader-${hashOfSources(engine, root)}`;
  const folder = join(cacheFolder(root, name), name);
  keepFolder(folder, (empty) => {
    bundle(engine, root, empty, entries, []);
    bundle(engine, root, empty, entriesBesideTfjs, ['@tensorflow/*']);
  });
  return { cli: join(folder, 'cli.js'), child: join(folder, 'child.js'), train: join(folder, 'train.js') };
}

/**
 * @param {string} engine
 * @param {string} root
 * @param {string} outdir
 * @param {Readonly<Record<string, string>>} entryPoints
 * @param {readonly string[]} external
 */
function bundle(engine, root, outdir, entryPoints, external) {
  const { buildSync } = require('esbuild');
  const { outputFiles } = buildSync({
    absWorkingDir: engine,
    entryPoints: Object.entries(entryPoints).map(([out, path]) => ({ in: join(engine, path), out })),
    outdir,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Needed by only a few commands, which load them at run time.
    external: ['esbuild', 'typescript', 'fsevents', 'bullmq', 'ioredis', ...external],
    // `vm` has no loader for `import()`.
    supported: { 'dynamic-import': false },
    alias: courseAliases(engine, root),
    minifyWhitespace: true,
    logLevel: 'silent',
    tsconfigRaw: '{}',
  });
  for (const { path, text } of outputFiles) writeFileSync(path, asciiOnly(text));
}

/**
 * @param {string} engine
 * @param {string} root
 */
function hashOfSources(engine, root) {
  const hash = createHash('sha256');
  /** @param {string} folder @param {readonly string[]} paths - in it */
  const add = (folder, paths) => {
    for (const path of paths) hash.update(path).update(readFileSync(`${folder}/${path}`));
  };
  add(
    engine,
    ['package.json', 'package-lock.json'].filter((path) => existsSync(join(engine, path))),
  );
  add(engine, sourcesIn(engine, 'grader'));
  add(engine, sourcesIn(engine, 'data'));
  if (existsSync(join(root, 'curriculum'))) add(root, sourcesIn(root, 'curriculum'));
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} root
 * @param {string} folder - below it
 * @returns {string[]} paths below `root`
 */
function sourcesIn(root, folder) {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      // Not `join`: there are a thousand paths at every start.
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'bench' ? [] : sourcesIn(root, path);
      return /\.(ts|js|css)$/.test(entry.name) && !isSuite.test(entry.name) ? [path] : [];
    });
}

module.exports = { ensureBundles };
