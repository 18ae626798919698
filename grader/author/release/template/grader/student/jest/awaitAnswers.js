'use strict';
/** What Jest runs before a file's tests are declared. */
// @ts-expect-error -- the bundle, which is there once it is released
module.exports = require('./publicChecks').awaitAnswers;
