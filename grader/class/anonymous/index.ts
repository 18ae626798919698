/** A batch without names: pages and grades with numbers, and the key beside them. */
export { writeAnonymous } from './writeAnonymous';
