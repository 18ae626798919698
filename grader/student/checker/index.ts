/** Checks functions of a working copy on the public cases, in a warm process. */
export { Checker } from './Checker';
