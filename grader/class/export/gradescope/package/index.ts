/** Makes the zip that Gradescope grades with. */
export { packageGradescope } from './packageGradescope';
