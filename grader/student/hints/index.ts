/** Selects what `grader hint` shows next. */
export { adviceFor } from './adviceFor';
export { takeHint } from './takeHint';
