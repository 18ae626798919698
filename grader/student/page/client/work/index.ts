/** Where the student's files are. */
export { BrowserWork } from './BrowserWork';
export { ServerWork } from './ServerWork';
export type { WorkFile } from '../../server/messages';
export type { Work, WorkSaved } from './Work';
