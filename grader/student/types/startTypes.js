'use strict';
/** Starts the type checker in the background. */
const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { clearTimeout, setTimeout } = require('node:timers');
const { foundIn } = require('./typeCache');

/** @param {string} root */
const program = (root) => join(root, 'grader', 'student', 'types', 'program.js');

/** Resolves once all checks started here have ended. */
let ended = Promise.resolve();

/**
 * Checks types without a cached result in the background; the result is available next time.
 *
 * @param {string} root
 * @param {readonly string[]} ids
 */
function checkBeside(root, ids) {
  if (!existsSync(join(root, 'tsconfig.json'))) return;
  const unknown = ids.filter((id) => foundIn(root, id) === undefined);
  if (unknown.length === 0) return;
  // Parsed packages outlive the young generation; a larger one is copied less often.
  const args = ['--max-semi-space-size=64', program(root), root, ...unknown];
  const child = spawn(process.execPath, args, { stdio: 'ignore', detached: true });
  ended = new Promise((resolve) => {
    child.once('exit', () => resolve());
    // If it can't start there are no type errors, but everything else works.
    child.on('error', () => resolve());
  });
  child.unref();
}

/**
 * Waits for the background check, with a time limit.
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
