/** The local server of `npm run play`. */
export { openBrowser } from './openBrowser';
export { PageServer } from './PageServer';
export { WorkFiles } from './WorkFiles';
