/** Feedback for authors on each save of a spec. */
export { DevSession } from './DevSession';
export { devToText, keyOf } from './devToText';
