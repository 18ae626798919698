/** Likely copies in a class, for a person to judge. */
export { findCopies, type FoundCopies } from './findCopies';
export { copiesPage } from './page/copiesPage';
