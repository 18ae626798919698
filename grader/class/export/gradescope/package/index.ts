/** Builds Gradescope's autograder as a zip. */
export { packageGradescope } from './packageGradescope';
