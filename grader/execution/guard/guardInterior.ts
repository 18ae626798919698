import type * as tf from '@tensorflow/tfjs';
import { promising } from './ban';
import { GuardedCall, type Bans } from './Bans';
import { keepFast } from './keepFast';

type AnyFunction = (...args: unknown[]) => unknown;
type Methods = Record<string, AnyFunction | undefined>;

/** Kernels that compute what a function of the same purpose does, however they are come by. */
const kernels: Readonly<Record<string, string>> = {
  Softmax: 'tf.softmax',
  FusedBatchNorm: 'tf.batchNorm',
  FlipLeftRight: 'tf.image.flipLeftRight',
};

/** The functions that the engine differentiates for. */
const differentiation = ['tf.grad', 'tf.valueAndGrad', 'tf.grads', 'tf.valueAndGrads', 'tf.variableGrads'];

/** Optimizers, by the functions that make them; one that inherits stands before what it inherits from. */
const optimizers = {
  MomentumOptimizer: 'tf.train.momentum',
  SGDOptimizer: 'tf.train.sgd',
  AdagradOptimizer: 'tf.train.adagrad',
  RMSPropOptimizer: 'tf.train.rmsprop',
  AdamOptimizer: 'tf.train.adam',
  AdamaxOptimizer: 'tf.train.adamax',
  AdadeltaOptimizer: 'tf.train.adadelta',
} as const;
const optimizerMethods = ['minimize', 'computeGradients', 'applyGradients'];
const modelMethods = ['compile', 'evaluate', 'predict', 'predictOnBatch', 'apply', 'call', 'execute'];

/**
 * Has the places that all ways lead through ask whether they are banned: methods of tensors, kernels and their
 * gradients, the engine's differentiation, optimizers, regularizers, layers and models. So it makes no difference how
 * and when they were got, from `tf`, a registry, the global object or a backend.
 */
export function guardInterior(library: typeof tf, bans: Bans): void {
  const guard = (thing: object, methods: readonly string[], ...names: readonly string[]): void => {
    const call = new GuardedCall(...names);
    for (const method of methods) guardMethod(thing as Methods, method, () => bans.refuse(call));
    keepFast(thing);
  };
  const tensors = library.Tensor.prototype;
  for (const name of Object.keys(library)) if (Object.hasOwn(tensors, name)) guard(tensors, [name], `tensor.${name}`);
  for (const kernel of library
    .engine()
    .backendNames()
    .flatMap((backend) => library.getKernelsForBackend(backend))) {
    const name = kernels[kernel.kernelName];
    if (name !== undefined) guard(kernel, ['kernelFunc'], name);
  }
  // tfjs exports the names of its kernels, each under itself.
  for (const name of Object.values(library).filter((thing) => typeof thing === 'string')) {
    const gradient = library.getGradient(name) as object | undefined;
    if (gradient !== undefined) guard(gradient, ['gradFunc'], ...differentiation);
  }
  guard(prototypeOf(library.engine()), ['gradients'], ...differentiation);
  for (const [name, factory] of Object.entries(optimizers)) {
    guard(library[name as keyof typeof optimizers].prototype, optimizerMethods, factory);
  }
  guard(prototypeOf(library.regularizers.l1()), ['apply'], 'tf.regularizers.*');
  guard(library.layers.Layer.prototype, ['apply'], 'tf.layers.*');
  for (const { prototype } of [library.LayersModel, library.GraphModel]) guard(prototype, modelMethods, 'tf.layers.*');
  const layers = new GuardedCall('tf.layers.*');
  // Each by itself: what one calls of the other would be refused inside a promise, and no one would see it.
  for (const { prototype } of [library.LayersModel, library.Sequential]) {
    for (const call of promising)
      guardMethod(prototype as never as Methods, call.slice('model.'.length), () => {
        bans.refuse(layers);
        bans.refusePromise(call);
      });
  }
}

function prototypeOf(thing: object): object {
  return Object.getPrototypeOf(thing) as object;
}

/** Puts a question before a method, inherited or own, and makes it read-only. */
function guardMethod(owner: Methods, name: string, ask: () => void): void {
  const original = owner[name];
  if (original === undefined) return;
  function guarded(this: unknown, ...args: unknown[]): unknown {
    ask();
    return Reflect.apply(original as AnyFunction, this, args);
  }
  Object.defineProperty(guarded, 'name', { value: name });
  Object.defineProperty(owner, name, { value: guarded, writable: false, configurable: false });
}
