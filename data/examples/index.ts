/** What the data sets have in common. Importing this loads tfjs. */
export { toExamples } from './examples';
export type { Examples, ImageBytes } from './examples';
export { shuffledIndices } from './shuffledIndices';
