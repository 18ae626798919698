'use strict';
/** The module `descent`, which an assignment's file may import. */
// @ts-expect-error -- the bundle, which exists in a release
module.exports = require('./publicChecks').descent;
