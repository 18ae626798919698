'use strict';
/** The child process that runs one submission, with this course's callbacks. */
import { callbacks } from './callbacks';
// Modules loaded afterwards find the language's built-ins frozen.
import { startChild } from '../pipeline/sandbox/child/main';

startChild(callbacks);
