/** Recognises files with an unexpected name or place. */
export { findRealWork } from './findRealWork';
export { recogniseFile } from './recogniseFile';
export { readSources } from './readSources';
