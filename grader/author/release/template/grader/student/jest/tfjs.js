'use strict';
/** The one door to TensorFlow.js: guarded, and in double precision. */
// @ts-expect-error -- the bundle, which is there once it is released
module.exports = require('./publicChecks').tf;
