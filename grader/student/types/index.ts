/** Type errors of a working copy, from a checker beside what is not to wait for it. */
export { TypeChecker } from './TypeChecker';
