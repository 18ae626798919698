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
  'findBackend',
  'findBackendFactory',
  'registerBackend',
  'removeBackend',
  'setPlatform',
  'kernel_impls.*',
);

// What `train.*` and `layers.*` make, made without them.
const optimizers = ['SGD', 'Momentum', 'Adagrad', 'RMSProp', 'Adam', 'Adamax', 'Adadelta'].map((name) => `${name}Optimizer`);
const models = paths('sequential', 'model', 'models.*', 'input', 'loadLayersModel', 'LayersModel', 'Sequential', 'RNN', 'GraphModel');

/** The library calls that *are* the exercise, off limits everywhere but in the capstone. */
export const libraryAnswers: readonly ForbiddenCall[] = [
  ...paths('grad', 'grads', 'valueAndGrad', 'valueAndGrads', 'variableGrads', 'customGrad'),
  ...paths('softmax', 'logSoftmax', 'logSumExp', 'losses.*', 'metrics.*', 'train.*', 'regularizers.*', 'layers.*'),
  ...methods('softmax', 'logSoftmax', 'logSumExp'),
  ...paths(...optimizers, 'Optimizer', 'OptimizerConstructors.*', 'fused.*'),
  ...models,
  ...internals,
];
