import type { Precision, Tfjs } from './measurePrecision';

/**
 * Loads tfjs in the precision asked for: for programs that compare the two, one process each.
 *
 * @throws if `float64` is asked for after tfjs was loaded in single precision
 */
export async function loadTfjs(precision: Precision): Promise<Tfjs> {
  return precision === 'float64' ? (await import('./tfjs')).default : import('@tensorflow/tfjs');
}
