/** The module `descent`, which skeletons and submissions may import. */
export { NotImplementedError } from './NotImplementedError';
export { seededRandom } from './seededRandom';
export type * from './exerciseTypes';
