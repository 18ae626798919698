/**
 * Handwritten digits; see README.md. Importing this loads tfjs: in double precision, import the precision module first.
 */
export { loadDigits, loadTestDigits } from './loadDigits';
export type { Digits } from './loadDigits';
export { readDigits, readTestDigits } from './readDigits';
export type { DigitBytes, DigitsOptions } from './readDigits';
