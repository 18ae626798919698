'use strict';
/** The one door to TensorFlow.js: guarded, and in double precision. */
module.exports = require('./publicChecks').tf;
