'use strict';
/** Says which version of the checks has run, so that a student and the staff know that they speak of the same. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

class VersionReporter {
  onRunComplete() {
    console.error(`\nversion of the checks: ${version()}`);
  }
}

function version() {
  try {
    return JSON.parse(readFileSync(join(__dirname, '../../..', 'MANIFEST.json'), 'utf8')).version;
  } catch {
    return 'unknown, since MANIFEST.json is missing or damaged';
  }
}

module.exports = VersionReporter;
