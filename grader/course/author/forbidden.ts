import type { ForbiddenCall } from '../../types';

const paths = (...names: string[]): ForbiddenCall[] => names.map((path) => ({ path }));
const methods = (...names: string[]): ForbiddenCall[] => names.map((method) => ({ method }));

// A way around the public API to the same kernels.
const internals = paths(
  'engine',
  'backend',
  'getKernel',
  'getGradient',
  'getKernelsForBackend',
  'registerKernel',
  'registerGradient',
  'unregisterKernel',
  'unregisterGradient',
  'copyRegisteredKernels',
);

/** The library calls that *are* the exercise, off limits everywhere but in the capstone. */
export const libraryAnswers: readonly ForbiddenCall[] = [
  ...paths('grad', 'grads', 'valueAndGrad', 'valueAndGrads', 'variableGrads', 'customGrad'),
  ...paths('softmax', 'logSoftmax', 'logSumExp', 'losses.*', 'metrics.*', 'train.*', 'regularizers.*', 'layers.*'),
  ...methods('softmax', 'logSoftmax', 'logSumExp'),
  ...internals,
];
