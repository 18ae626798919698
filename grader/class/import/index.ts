/** From a platform's bulk download to the folder that a batch takes. */
export { importDownload, type ImportReport } from './importDownload';
export { withoutNumber } from './fileNames';
export { readPattern } from './platforms/pattern';
export { nameOf, WrongPlatform } from './sortDownload';
export { platforms, type Platform } from './types';
