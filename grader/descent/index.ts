/**
 * Everything that skeletons and submissions of any course can import as `descent`; a curriculum adds the types of its
 * exercises.
 */
export { NotImplementedError } from './NotImplementedError';
export { seededRandom } from './seededRandom';
