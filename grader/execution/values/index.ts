export { costOf } from './costOf';
export * from './value';
export {
  decodeBinary,
  decodeJson,
  decodeWire,
  encodeBinary,
  encodeJson,
  encodeWire,
  wireReader,
  wireWriter,
} from './encode';
export type { Encoded, KnownNames } from './encode';
export { unitDirection } from './unitDirection';
