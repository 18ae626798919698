'use strict';
/** Determines which course a program works for. */
const { existsSync, realpathSync } = require('node:fs');
const { basename, dirname, join, resolve } = require('node:path');

/**
 * The course from whose `node_modules` the program was started, or the engine's own course if it is not a dependency.
 *
 * The current folder is not searched: it could be a submission that brings its own course, and a course is code that
 * runs with the grading user's rights. `DESCENT_COURSE` names a course installed differently; child processes inherit
 * it.
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
 * The folders whose `node_modules` a path goes through, nearest first.
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
 * A student's copy can link to someone else's packages.
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
