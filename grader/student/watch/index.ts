/** The session of `npm run watch`. */
export { assignmentOf } from './assignmentOf';
export { Board } from './Board';
export { editorCommand } from './editorCommand';
export { actionOf } from './keys';
export { columnsOf, linkFor, noLink, wrap } from './layout';
export { skeletonPath } from './resetFunction';
export { type Terminal } from './screen';
export { watchTexts } from './texts';
export { WatchSession } from './WatchSession';
export { secondsPerFunction } from '../jest/secondsPerFunction';
