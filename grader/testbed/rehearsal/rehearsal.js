'use strict';
/** Runs commands and checks their results for the rehearsal. */
const { spawnSync } = require('node:child_process');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { stripVTControlCharacters } = require('node:util');

/** A known seed: a rehearsal has nothing to hide. */
const hiddenSeed = '4be8d9025c7a6f13b0d4e97c81a2f635';

/** @typedef {{ readonly status: number | null, readonly text: string }} Ran */

/**
 * @param {string} checkout
 * @param {readonly string[]} args
 */
function grader(checkout, args) {
  return run(checkout, process.execPath, [join('grader', 'cli', 'bin.js'), ...args]);
}

/**
 * npm is a script that only a shell finds on Windows.
 *
 * @param {string} cwd
 * @param {readonly string[]} args
 */
function npm(cwd, args) {
  return process.platform === 'win32'
    ? run(cwd, `npm ${args.map((one) => `"${one}"`).join(' ')}`, [], true)
    : run(cwd, 'npm', args);
}

/**
 * @param {string} cwd
 * @param {string} program
 * @param {readonly string[]} args
 * @param {boolean} [shell]
 * @returns {Ran}
 */
function run(cwd, program, args, shell = false) {
  // A long limit, because machines can be busy and every command ends.
  const env = { ...process.env, DESCENT_HIDDEN_SEED: hiddenSeed, DESCENT_SECONDS: '600', NO_COLOR: '1' };
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    env,
    shell,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (error) throw error;
  return { status, text: stripVTControlCharacters(stdout + stderr) };
}

/** @param {string} what */
function step(what) {
  console.log(`rehearsal: ${what}`);
}

/**
 * @param {unknown} holds
 * @param {string} what
 * @param {unknown} seen - the actual value
 */
function must(holds, what, seen) {
  if (holds) return;
  const text =
    typeof seen === 'object' && seen !== null && 'text' in seen ? seen.text : JSON.stringify(seen, undefined, 2);
  throw new Error(`it does not hold that ${what}:\n${text}`);
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

module.exports = { grader, must, npm, readJson, run, step };
