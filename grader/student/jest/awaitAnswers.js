'use strict';
/** What Jest runs before a file's tests are declared. */
module.exports = require('./awaitedRuns').awaitAnswers;
