import { measurePrecision, type Precision, type Tfjs } from './measurePrecision';
import tf from './tfjs';

/** The measured precision of a tfjs; by default of this module's own. */
export function precisionOf(library: Tfjs = tf): Precision {
  return measurePrecision(library);
}
