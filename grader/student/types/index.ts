/** Type errors of a working copy, from a background checker. */
export { TypeChecker } from './TypeChecker';
