'use strict';
/** The tfjs that a submission imports. */
module.exports = require('./submissionTfjs').submissionTfjs;
