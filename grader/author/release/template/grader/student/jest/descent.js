'use strict';
/** The module `descent`, which an assignment's file may import. */
module.exports = require('./publicChecks').descent;
