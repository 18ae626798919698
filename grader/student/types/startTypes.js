'use strict';
/** Starts the type checker beside what no one keeps waiting for it. */
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { clearTimeout, setTimeout } = require('node:timers');
const { foundIn } = require('./typeCache');

/** @param {string} root */
const program = (root) => join(root, 'grader', 'student', 'types', 'program.js');

/** Resolves once no check is under way that was started here. */
let ended = Promise.resolve();

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
  ended = new Promise((resolve) => {
    child.once('exit', () => resolve());
    // Who can't start it has no types, and all else.
    child.on('error', () => resolve());
  });
  child.unref();
}

/**
 * Waits until what is checked beside is known, for so long at most.
 *
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
async function typesWithin(milliseconds) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const isOver = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([ended, isOver]);
  clearTimeout(timer);
}

module.exports = { checkBeside, program, typesWithin };
