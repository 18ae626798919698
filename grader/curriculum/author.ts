/** The module `descent/author`: everything a spec of this course needs. Unknown names or parameters do not compile. */
import { specParts } from '../pipeline/course/spec';
import { callbacks } from './callbacks';
import { laws } from './laws';

export * from '../pipeline/course/spec';
export { digitsData, labelsOf, type DigitsSelection } from './data/digits';
export const { property, sign, callback } = specParts({ laws, callbacks });
