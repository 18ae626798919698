'use strict';
/** The only access to TensorFlow.js: guarded, and in double precision. */
// @ts-expect-error -- the bundle, which exists in a release
module.exports = require('./publicChecks').tf;
