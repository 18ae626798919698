'use strict';
/**
 * The child process that runs one submission, with this course's callbacks.
 *
 * The directive above makes all code of the bundle strict: a submission could reach the callers of sloppy functions, and
 * what they were called with.
 */
import { callbacks } from './callbacks';
// Modules loaded afterwards find the language's built-ins frozen.
import { startChild } from '../pipeline/sandbox/child/main';

startChild(callbacks);
