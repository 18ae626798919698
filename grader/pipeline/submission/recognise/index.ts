/** What a file is that is not called or placed as it should be. */
export { findRealWork } from './findRealWork';
export { recogniseFile } from './recogniseFile';
export { readSources } from './readSources';
