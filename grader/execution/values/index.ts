export { costOf } from './costOf';
export * from './value';
export { decodeBinary, decodeJson, encodeBinary, encodeJson, wireReader, wireWriter } from './encode';
export type { Encoded, KnownNames } from './encode';
export { unitDirection } from './unitDirection';
