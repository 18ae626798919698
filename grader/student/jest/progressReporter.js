'use strict';
/** Jest's own report, less its summary, which `summaryReporter.js` prints so that ours comes last. */
module.exports = require('@jest/reporters').DefaultReporter;
