export * from './value';
export { decodeJson, decodeWire, encodeJson, encodeWire } from './encode';
export type { Encoded } from './encode';
export { unitDirection } from './unitDirection';
