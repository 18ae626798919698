export { filterFile } from './filterFile';
export { isKnown, seccompFilter } from './filter';
export { refusedCalls, refusedNumbers, type Processor } from './refusedCalls';
