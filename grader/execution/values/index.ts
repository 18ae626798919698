export * from './value';
export { decodeJson, decodeWire, encodeJson, encodeWire, wireReader } from './encode';
export type { Encoded, FindData } from './encode';
export { unitDirection } from './unitDirection';
