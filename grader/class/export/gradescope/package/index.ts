/** Makes the zip that Gradescope grades with. */
export { packageGradescope, type PackageOptions, type Packaged } from './packageGradescope';
