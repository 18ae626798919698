'use strict';
/** The one door to TensorFlow.js in double precision. */
module.exports = require('./publicChecks').tf;
