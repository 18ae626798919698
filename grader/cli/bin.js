#!/usr/bin/env node
'use strict';
/** The command `grader`: rebuilds what has changed, then runs `main.ts`. */
const { join } = require('node:path');
const { ensureBundles } = require('../bundling/bundles');
const { courseRoot } = require('../bundling/courseRoot');
const { runBundle } = require('../bundling/runBundle');

const engine = join(__dirname, '../..');

try {
  const root = courseRoot(engine);
  // For child processes.
  if (root !== engine) process.env.DESCENT_COURSE = root;
  const bundles = ensureBundles(engine, root);
  if (process.argv[2] !== '--build') {
    const { exports, save } = runBundle(bundles.cli);
    /** @param {string} bundle */
    const command = (bundle) => [process.execPath, join(__dirname, '..', 'bundling', 'runBundle.js'), bundle];
    void exports
      .main(process.argv, {
        root,
        engine,
        childCommand: command(bundles.child),
        trainingCommand: command(bundles.train),
      })
      .finally(save);
  }
} catch (error) {
  process.exitCode = 1;
  console.error(
    process.env.DEBUG === 'grader'
      ? error
      : `grader could not start: ${error instanceof Error ? error.message : error}`,
  );
}
