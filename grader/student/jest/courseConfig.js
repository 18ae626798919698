'use strict';
/** The module `descent/jest.config`: how Jest tests a course that has the engine as a dependency. */
const { join } = require('node:path');
const { courseAliases } = require('../../bundling/courseAliases');

const engine = join(__dirname, '../../..');

/**
 * The engine's projects for skeletons and solutions, with the course's folder as the root.
 *
 * @param {string} root - the course's folder
 * @returns {import('jest').Config}
 */
function courseConfig(root) {
  // For Jest's processes, and for what they load.
  process.env.DESCENT_COURSE = root;
  const engines = require('../../../jest.config.js');
  const { projects, reporters, ...rest } = engines;
  const modules = Object.entries(courseAliases(engine, root)).map(([name, path]) => [`^${name}$`, path]);
  const own = projects.filter(
    /** @param {{ displayName: string }} project */ ({ displayName }) => ['public', 'solutions'].includes(displayName),
  );
  return {
    ...rest,
    cacheDirectory: join(root, '.descent', 'cache', 'jest'),
    reporters: ofEngine(reporters).filter((path) => !path.includes('testbed')),
    projects: own.map(ofEngine).map(({ moduleNameMapper, ...project }) => ({
      ...project,
      rootDir: root,
      moduleNameMapper: { ...moduleNameMapper, ...Object.fromEntries(modules) },
    })),
  };
}

/**
 * Replaces the root by the engine's folder wherever the engine's files are named.
 *
 * @template T
 * @param {T} config
 * @returns {T}
 */
function ofEngine(config) {
  return JSON.parse(
    JSON.stringify(config).replaceAll('<rootDir>/grader/', `${JSON.stringify(engine).slice(1, -1)}/grader/`),
  );
}

module.exports = courseConfig;
