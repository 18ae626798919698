'use strict';
/** Which course a program works for. */
const { existsSync, realpathSync } = require('node:fs');
const { basename, dirname, join, resolve } = require('node:path');

/**
 * The course whose `node_modules` the program was started from, or the engine's own where it is no one's dependency.
 *
 * It isn't looked for from the current folder: that may be a submission, which could bring a course of its own, and a
 * course is code that runs as whoever grades. `DESCENT_COURSE` names one that is installed otherwise; processes that
 * are started find it there.
 *
 * @param {string} engine - folder of this package
 * @param {string} [program] - as it was called, links unresolved
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string}
 */
function courseRoot(engine, program = process.argv[1] ?? engine, environment = process.env) {
  const named = environment.DESCENT_COURSE;
  if (named) {
    if (hasCourse(resolve(named))) return resolve(named);
    throw new Error(`DESCENT_COURSE is ${named}, where there is no assignments/course.json`);
  }
  const owner = [program, engine].flatMap(owners).find((folder) => hasCourse(folder) && hasEngine(folder, engine));
  return owner ?? engine;
}

/**
 * Folders whose `node_modules` a path leads through, the nearest first.
 *
 * @param {string} path
 * @returns {string[]}
 */
function owners(path) {
  const folders = [];
  for (let folder = resolve(path); folder !== dirname(folder); folder = dirname(folder))
    if (basename(folder) === 'node_modules') folders.push(dirname(folder));
  return folders;
}

/**
 * A student's copy may have a link to someone else's packages.
 *
 * @param {string} folder
 * @param {string} engine
 */
function hasEngine(folder, engine) {
  const installed = join(folder, 'node_modules', 'descent');
  return existsSync(installed) && realpathSync(installed) === realpathSync(engine);
}

/** @param {string} folder */
function hasCourse(folder) {
  return existsSync(join(folder, 'assignments', 'course.json'));
}

module.exports = { courseRoot };
