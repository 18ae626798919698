/** A batch's pages and grades with numbers instead of names, and the key. */
export { writeAnonymous } from './writeAnonymous';
