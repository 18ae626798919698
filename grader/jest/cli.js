'use strict';
/** `npm test`: Jest, with a clear word for an assignment that does not exist. */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const assignments = readdirSync(join(__dirname, '..', '..', 'assignments')).filter((name) => /^\d\d-/.test(name));
const unknown = process.argv.slice(2).find((argument) => /^\d\d-/.test(argument) && !assignments.some((id) => id.startsWith(argument)));

if (unknown === undefined) {
  void require('jest').run();
} else {
  const near = assignments.find((id) => id.startsWith(unknown.slice(0, 2)) || id.slice(3) === unknown.slice(3));
  console.error(`there is no assignment ${unknown}; ${near ? `did you mean ${near}?` : `known: ${assignments.join(', ')}`}`);
  process.exitCode = 2;
}
