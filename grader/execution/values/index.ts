export { costOf } from './costOf';
export * from './value';
export { decodeJson, decodeWire, encodeJson, encodeWire, wireReader } from './encode';
export type { KnownNames } from './encode';
export { unitDirection } from './unitDirection';
