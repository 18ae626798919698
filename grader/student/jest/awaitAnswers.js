'use strict';
/** Jest setup that runs before a file's tests are declared. */
module.exports = require('./awaitedRuns').awaitAnswers;
