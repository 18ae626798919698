/** The module `descent`, which skeletons and submissions of this course can import. */
export { NotImplementedError, seededRandom } from '../descent';
export type * from './exerciseTypes';
