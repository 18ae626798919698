'use strict';
/** Starts the type checker beside what no one keeps waiting for it. */
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { foundIn } = require('./typeCache');

/** @param {string} root */
const program = (root) => join(root, 'grader', 'student', 'types', 'program.js');

/**
 * Has types checked whose result is not known yet. It goes on by itself, and the result is there the next time.
 *
 * @param {string} root
 * @param {readonly string[]} ids
 */
function checkBeside(root, ids) {
  if (!existsSync(join(root, 'tsconfig.json'))) return;
  const unknown = ids.filter((id) => foundIn(root, id) === undefined);
  if (unknown.length === 0) return;
  // What is read of packages outlives young memory, which is copied less often where it is large.
  const args = ['--max-semi-space-size=64', program(root), root, ...unknown];
  const child = spawn(process.execPath, args, { stdio: 'ignore', detached: true });
  // Who can't start it has no types, and all else.
  child.on('error', () => undefined);
  child.unref();
}

module.exports = { checkBeside, program };
