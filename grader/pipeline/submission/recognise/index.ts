/** Recognises files with an unexpected name or place. */
export { findRealWork } from './findRealWork';
export { isNamed } from './likeness';
export { recogniseFile } from './recogniseFile';
export { readSources } from './readSources';
