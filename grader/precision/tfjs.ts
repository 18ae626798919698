/**
 * The entry point of TensorFlow.js in double precision: `import * as tf from '…/precision/tfjs'` has tfjs's own API.
 *
 * Note [Import order]: imports run in the order in which they are written, all before the first statement. So the
 * installation is a separate import above tfjs; a call between the imports would run too late.
 */
import './install';
import * as tf from '@tensorflow/tfjs';
import { prepareDoublePrecision } from './prepareDoublePrecision';

prepareDoublePrecision(tf);

export * from '@tensorflow/tfjs';
export default tf;
