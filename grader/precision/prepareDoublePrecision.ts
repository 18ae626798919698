import type { MathBackendCPU } from '@tensorflow/tfjs';
import { measurePrecision, type Tfjs } from './measurePrecision';

/**
 * Configures a tfjs that was loaded after `installDoublePrecision()`. Idempotent.
 *
 * @throws if tfjs computes in single precision all the same
 */
export function prepareDoublePrecision(tf: Tfjs): void {
  acceptFloat64Array(tf);
  // Only the JavaScript backend allocates through the global class; it is ready immediately.
  void tf.setBackend('cpu');
  silenceBanner(tf);
  if (measurePrecision(tf) !== 'float64') {
    throw new Error(
      'TensorFlow.js computes in single precision although double precision is installed. Is another backend in use?',
    );
  }
}

/** Reads the internal type of a typed array of any realm; undefined for anything else. */
const typeReader = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);

/** On Node, tfjs recognises typed arrays by their internal type, which a replaced global doesn't change. */
function acceptFloat64Array(tf: Tfjs): void {
  const { platform } = tf.env();
  if (platform.isTypedArray(new Float64Array(0))) return;
  const isTypedArray = platform.isTypedArray.bind(platform);
  platform.isTypedArray = (array): array is Float32Array =>
    typeReader?.get?.call(array) === 'Float64Array' || isTypedArray(array);
}

/**
 * Silences tfjs's recommendation of its native backend at the first tensor. Not with its production flag, which would
 * also silence warnings.
 */
function silenceBanner(tf: Tfjs): void {
  const backend = tf.backend() as MathBackendCPU;
  backend['firstUse'] = false;
}
