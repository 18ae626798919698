import { measurePrecision, type Precision, type Tfjs } from './measurePrecision';
import tf from './tfjs';

/** In which precision a tfjs computes, measured; that of this module's own tfjs if none is given. */
export function precisionOf(library: Tfjs = tf): Precision {
  return measurePrecision(library);
}
