export { hasAllowList, openAllowList, type AllowList } from './allowList';
export { filterFile } from './filterFile';
