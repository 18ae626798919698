export * from './value';
export { decodeJson, decodeWire, encodeJson, encodeWire, wireReader } from './encode';
export type { Encoded } from './encode';
export { unitDirection } from './unitDirection';
