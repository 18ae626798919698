/** The process that runs one submission of this course: the engine's, with the course's callbacks. */
import { callbacks } from './callbacks';
// What is loaded after it finds the language's own objects frozen.
import { startChild } from '../pipeline/sandbox/child/main';

startChild(callbacks);
