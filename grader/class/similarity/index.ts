/** Likely copies in a class, to be read by a person. */
export { findCopies, type FoundCopies } from './findCopies';
export { copiesPage } from './page/copiesPage';
