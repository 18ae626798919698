/** What `grader hint` shows next. */
export { adviceFor } from './adviceFor';
export { nextHint, readShownHints, writeShownHints } from './hintStore';
