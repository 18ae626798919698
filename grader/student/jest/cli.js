'use strict';
/** `npm test`: Jest, with a clear word for an assignment that does not exist. */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const { didYouMean } = require('../../pipeline/words/didYouMean');

/** @param {string} name */
const isId = (name) => /^\d{1,2}-/.test(name);
const assignments = readdirSync(join(__dirname, '../../..', 'assignments')).filter(isId);
const unknown = process.argv
  .slice(2)
  .find((argument) => isId(argument) && !assignments.some((id) => id.startsWith(argument)));

if (unknown === undefined) {
  void require('jest').run();
} else {
  console.error(`there is no assignment ${unknown}; ${didYouMean(unknown, assignments)}`);
  process.exitCode = 2;
}
