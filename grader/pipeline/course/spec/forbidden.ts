import { internals, type Ban } from '../../../execution/guard';

/** Library calls that would solve an exercise, and tfjs's internals: off limits everywhere except in the capstone. */
export const libraryAnswers: readonly Ban[] = [
  'tf.grad',
  'tf.grads',
  'tf.valueAndGrad',
  'tf.valueAndGrads',
  'tf.variableGrads',
  'tf.customGrad',
  'tf.softmax',
  'tf.logSoftmax',
  'tf.logSumExp',
  'tensor.softmax',
  'tensor.logSoftmax',
  'tensor.logSumExp',
  'tf.losses.*',
  'tf.metrics.*',
  'tf.train.*',
  'tf.regularizers.*',
  'tf.layers.*',
  ...internals,
];
