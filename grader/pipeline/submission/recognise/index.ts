/** What a file is that is not called or placed as it should be. */
export { findRealWork } from './findRealWork';
export { recogniseFile, type HandedIn, type Recognised } from './recogniseFile';
export { readSources, type Source } from './readSources';
