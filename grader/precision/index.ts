/**
 * TensorFlow.js in double precision; see README.md. Importing this loads tfjs. Code that must not load it (a test
 * environment that prepares another realm) imports only `./installDoublePrecision`.
 */
export { default as tf } from './tfjs';
export { precisionOf } from './precisionOf';
export { measurePrecision } from './measurePrecision';
export type { Precision, Tfjs } from './measurePrecision';
export { installDoublePrecision, isDoublePrecision, nativeFloat32Array } from './installDoublePrecision';
export type { Realm } from './installDoublePrecision';
