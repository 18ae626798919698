/** What an author sees on each save of a spec. */
export { DevSession } from './DevSession';
export { devToText, keyOf } from './devToText';
