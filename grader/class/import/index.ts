/** From a platform's bulk download to a folder for `grader batch`. */
export { importDownload, type ImportReport } from './importDownload';
export { withoutNumber } from './fileNames';
export { readPattern } from './platforms/pattern';
export { nameOf, WrongPlatform } from './sortDownload';
export { platforms, type Platform } from './types';
