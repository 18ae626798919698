'use strict';
/** The module `descent`, which an assignment's file may import. */
// @ts-expect-error -- the bundle, which is there once it is released
module.exports = require('./publicChecks').descent;
