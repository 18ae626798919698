import type * as tf from '@tensorflow/tfjs';
import type { ForbiddenCall } from '../../pipeline/types';
import type { Bans } from './Bans';

/** The ways to where what is counted could be rewritten: closed to everybody while a file loads. */
export const interior: readonly ForbiddenCall[] = [
  'backend',
  'copyRegisteredKernels',
  'engine',
  'findBackend',
  'findBackendFactory',
  'getGradient',
  'getKernel',
  'getKernelsForBackend',
  'registerBackend',
  'registerGradient',
  'registerKernel',
  'removeBackend',
  'setPlatform',
  'unregisterGradient',
  'unregisterKernel',
].map((path) => ({ path }));

type AnyFunction = (...args: unknown[]) => unknown;
type Methods = Record<string, AnyFunction>;

/** Kernels that compute what a function of the same purpose does, however they are come by. */
const kernels: Readonly<Record<string, string>> = { Softmax: 'softmax', LogSoftmax: 'logSoftmax' };

/** Of the engine, by the functions that it does the work of. */
const differentiation = ['grad', 'valueAndGrad', 'grads', 'valueAndGrads', 'variableGrads'];

/** Optimizers, by the functions that make them; one that inherits stands before what it inherits from. */
const optimizers: Readonly<Record<string, string>> = {
  MomentumOptimizer: 'momentum',
  SGDOptimizer: 'sgd',
  AdagradOptimizer: 'adagrad',
  RMSPropOptimizer: 'rmsprop',
  AdamOptimizer: 'adam',
  AdamaxOptimizer: 'adamax',
  AdadeltaOptimizer: 'adadelta',
};
const optimizerMethods = ['minimize', 'computeGradients', 'applyGradients'];
const modelMethods = ['compile', 'evaluate', 'predict', 'predictOnBatch', 'fit', 'fitDataset', 'trainOnBatch', 'apply', 'call'];

/**
 * Has the places that all ways lead through ask whether they are banned: methods of tensors, optimizers and models, and of the engine
 * those that run a kernel and differentiate. So it makes no difference whether the engine is got from `tf`, the global object or a backend.
 */
export function guardInterior(library: typeof tf, bans: Bans): void {
  const chained = library.Tensor.prototype as unknown as Methods;
  for (const name of Object.keys(library)) {
    if (Object.hasOwn(chained, name)) guardMethod(chained, name, () => bans.refuseMethod(name));
  }
  const engine = Object.getPrototypeOf(library.engine()) as Methods;
  guardMethod(engine, 'runKernelFunc', (call) => {
    const name = kernels[String((call as { readonly kernelName?: unknown } | undefined)?.kernelName)];
    if (name !== undefined) bans.refusePath(name);
  });
  guardMethod(engine, 'gradients', () => bans.refusePath(...differentiation));
  for (const [name, factory] of Object.entries(optimizers)) {
    const { prototype } = (library as unknown as Readonly<Record<string, { readonly prototype: Methods }>>)[name] ?? { prototype: {} };
    for (const method of optimizerMethods) guardMethod(prototype, method, () => bans.refusePath(`train.${factory}`, name));
  }
  const model = library.LayersModel.prototype as unknown as Methods;
  for (const method of modelMethods) guardMethod(model, method, () => bans.refusePath('LayersModel', 'model', 'sequential'));
}

/** Puts a question before a method, inherited or own, and makes it read-only. */
function guardMethod(prototype: Methods, name: string, ask: (first: unknown) => void): void {
  const original = prototype[name];
  if (original === undefined) return;
  function guarded(this: unknown, ...args: unknown[]): unknown {
    ask(args[0]);
    return Reflect.apply(original as AnyFunction, this, args);
  }
  Object.defineProperty(guarded, 'name', { value: name });
  Object.defineProperty(prototype, name, { value: guarded, writable: false, configurable: false });
}
