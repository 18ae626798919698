/** The parts of a global object that double precision uses. */
export interface Realm {
  Float32Array: Float32ArrayConstructor;
  readonly Float64Array: Float64ArrayConstructor;
}

// A registered symbol, so that two copies of this file (one in a bundle, one in a test) find the same class.
const nativeClass = Symbol.for('double-precision.nativeFloat32Array');

/** Where tfjs stores its engine once it is loaded. */
const engine = '_tfengine';

/**
 * Makes `Float32Array` of a realm mean `Float64Array`, so that a tfjs loaded afterwards computes in double precision.
 * Idempotent.
 *
 * @param realm - the global object, or the one of a test environment
 * @throws if tfjs was already loaded in this realm: it then has single-precision values
 */
export function installDoublePrecision(realm: Realm = globalThis): void {
  if (isDoublePrecision(realm)) return;
  if (engine in realm) {
    throw new Error(
      'Double precision must be installed before TensorFlow.js is loaded, but TensorFlow.js is loaded already. ' +
        "Import the precision module first, and take tf from it instead of from '@tensorflow/tfjs'.",
    );
  }
  Object.defineProperty(realm, nativeClass, { value: realm.Float32Array });
  // For tfjs, the two classes differ only in the size of their elements.
  realm.Float32Array = realm.Float64Array as unknown as Float32ArrayConstructor;
}

/** Whether `Float32Array` of a realm means `Float64Array`. */
export function isDoublePrecision(realm: Realm = globalThis): boolean {
  return (realm.Float32Array as unknown) === realm.Float64Array;
}

/**
 * The class of true 32-bit floats, for reading files that contain them: the global `Float32Array` would read doubles.
 *
 * @throws if something other than `installDoublePrecision` replaced the global class, which is then lost
 */
export function nativeFloat32Array(realm: Realm = globalThis): Float32ArrayConstructor {
  if (!isDoublePrecision(realm)) return realm.Float32Array;
  const native = (realm as { readonly [nativeClass]?: Float32ArrayConstructor })[nativeClass];
  if (native === undefined) {
    throw new Error(
      'The native Float32Array is lost: replace the global class with installDoublePrecision(), which keeps it.',
    );
  }
  return native;
}
