'use strict';
/** Jest setup that runs before a file's tests are declared. */
// @ts-expect-error -- the bundle, which exists in a release
module.exports = require('./publicChecks').awaitAnswers;
