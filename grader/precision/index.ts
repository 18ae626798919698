/**
 * TensorFlow.js in double precision; see README.md. Importing this loads tfjs. Who must not load it
 * (a test environment that prepares another realm) imports `./installDoublePrecision` alone.
 */
export { default as tf } from './tfjs';
export { precisionOf } from './precisionOf';
export { measurePrecision } from './measurePrecision';
export type { Precision, Tfjs } from './measurePrecision';
export { installDoublePrecision, isDoublePrecision, nativeFloat32Array } from './installDoublePrecision';
export type { Realm } from './installDoublePrecision';
