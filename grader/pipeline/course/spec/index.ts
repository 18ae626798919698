/** The module `descent/author`: all that a spec needs. */
export * from './spec';
export * from './values';
export { Random } from './random';
export { digitsData, type DigitsSelection } from '../courseData';
export { libraryAnswers } from './forbidden';
export type { Ban } from '../../../execution/guard';
export type { TensorValue, Value, ValueRecord } from '../../../execution/values';
