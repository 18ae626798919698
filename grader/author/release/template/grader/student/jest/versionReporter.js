'use strict';
/** Prints the version of the checks, so students and staff can compare it. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const grader = join(__dirname, '../..');
const { languageOf } = require(join(grader, 'pipeline/words/languageOf.js'));
const { summaryTexts } = require(join(__dirname, 'summaryTexts.js'));

class VersionReporter {
  onRunComplete() {
    const { version } = summaryTexts[languageOf(process.env).language];
    console.error(`\n${version(versionIn(join(grader, '..', 'MANIFEST.json')))}`);
  }
}

/** @param {string} path */
function versionIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).version;
  } catch {
    return undefined;
  }
}

module.exports = VersionReporter;
