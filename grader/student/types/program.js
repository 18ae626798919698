'use strict';
/**
 * The type checker's process: `node program.js ROOT ID…` checks once and caches the result; with an IPC channel it
 * keeps running, checks each assignment whose id it receives, and answers `{ id, errors }`.
 */
const { existsSync } = require('node:fs');
const { constants, setPriority } = require('node:os');
const { join } = require('node:path');
const { typeChecker } = require('./checkTypes');
const { keep, keyOf } = require('./typeCache');

const [root = '', ...ids] = process.argv.slice(2);
const check = typeChecker(root);

/** @param {string} id */
function checkAndKeep(id) {
  const key = keyOf(root, id);
  const errors = check(id);
  keep(root, id, { key, errors });
  return errors;
}

for (const id of ids) if (existsSync(join(root, 'assignments', id))) checkAndKeep(id);
if (process.send !== undefined) {
  // While watching, check results have priority.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  process.on('message', (id) => process.send?.({ id, errors: checkAndKeep(String(id)) }));
  process.on('disconnect', () => process.exit());
}
