/** Shared code of the data sets. Importing this loads tfjs. */
export { toExamples } from './examples';
export type { Examples, ImageBytes } from './examples';
export { shuffledIndices } from './shuffledIndices';
