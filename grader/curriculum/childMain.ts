/** The process that runs one submission of this course: that of the engine, with the course's callbacks. */
import { callbacks } from './callbacks';
// Modules loaded afterwards find the language's built-ins frozen.
import { startChild } from '../pipeline/sandbox/child/main';

startChild(callbacks);
