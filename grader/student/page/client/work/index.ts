/** Where the student's files are. */
export { BrowserWork } from './BrowserWork';
export { ServerWork } from './ServerWork';
export type { Work, WorkFile, WorkSaved } from './Work';
