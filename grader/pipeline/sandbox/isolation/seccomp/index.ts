export { hasAllowList, openAllowList, type AllowList } from './allowList';
export { filterFile } from './filterFile';
export { isKnown, seccompFilter } from './filter';
export { refusedCalls, refusedNumbers, type Processor } from './refusedCalls';
