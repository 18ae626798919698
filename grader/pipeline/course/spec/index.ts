/** The parts of the module `descent/author` that are the same in every course. */
export * from './spec';
export * from './values';
export * from '../../checks/kinds/list';
export type { CheckSpec } from '../../checks/kinds';
export { altered, failing, tidied, wrong } from './mistakeParts';
export { Random } from './random';
export { libraryAnswers } from './forbidden';
export { specParts } from './specParts';
export type { Ban } from '../../../execution/guard';
export type { TensorValue, Value, ValueRecord } from '../../../execution/values';
