import type { Precision, Tfjs } from './measurePrecision';

/**
 * Loads tfjs in the requested precision: for programs that compare the two, in separate processes.
 *
 * @throws if `float64` is requested after tfjs was loaded in single precision
 */
export async function loadTfjs(precision: Precision): Promise<Tfjs> {
  return precision === 'float64' ? (await import('./tfjs')).default : import('@tensorflow/tfjs');
}
