import type * as tf from '@tensorflow/tfjs';
import { promising } from './ban';
import { GuardedCall, type Bans } from './Bans';
import { guardScopes } from './guardScopes';
import { keepFast } from './keepFast';

type AnyFunction = (...args: unknown[]) => unknown;
type Methods = Record<string, AnyFunction | undefined>;

/** Kernels that compute the same as a banned function, no matter how the caller got them. */
const kernels: Readonly<Record<string, string>> = {
  Softmax: 'tf.softmax',
  FusedBatchNorm: 'tf.batchNorm',
  FlipLeftRight: 'tf.image.flipLeftRight',
};

/** The functions that use the engine's differentiation. */
const differentiation = ['tf.grad', 'tf.valueAndGrad', 'tf.grads', 'tf.valueAndGrads', 'tf.variableGrads'];

/** Optimizer classes and the functions that create them; subclasses come before their base classes. */
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
const modelMethods = ['evaluate', 'predict', 'predictOnBatch', 'apply', 'call', 'execute'];

/**
 * Adds a ban check to every path that leads into tfjs: tensor methods, kernels and their gradients, the engine's
 * differentiation, optimizers, regularizers, layers and models. It makes no difference how and when a submission got
 * them: from `tf`, a registry, the global object or a backend.
 */
export function guardInterior(library: typeof tf, bans: Bans): void {
  guardScopes(library, bans);
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
  // tfjs exports the names of its kernels as strings.
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
  // The page has only stubs of layers and models, which register nothing.
  if (Object.hasOwn(classesOf(library), 'linear'))
    guardRegistered(library, (thing, method) => guard(thing, [method], 'tf.layers.*'));
  for (const { prototype } of [library.LayersModel, library.GraphModel]) guard(prototype, modelMethods, 'tf.layers.*');
  const layers = new GuardedCall('tf.layers.*');
  // Guarded separately: if one called the other, the refusal would happen inside a promise, unseen.
  for (const { prototype } of [library.LayersModel, library.Sequential]) {
    // A compiled model holds its losses and metrics as plain functions.
    guardMethod(prototype as never as Methods, 'compile', () => {
      bans.refuse(layers);
      bans.refuseAtLoad('model.compile');
    });
    for (const call of promising)
      guardMethod(prototype as never as Methods, call.slice('model.'.length), () => {
        bans.refuse(layers);
        bans.refusePromise(call);
      });
  }
}

/** Guards the classes that tfjs registers by name: layers also compute in `call`, and activations work on their own. */
function guardRegistered(library: typeof tf, guard: (thing: object, method: string) => void): void {
  const registered = classesOf(library);
  const Activation = prototypeOf(registered.linear?.[0] as object) as new () => unknown;
  // A class may be registered under several names. The methods of models are guarded already.
  for (const prototype of new Set(Object.values(registered).map(([one]) => one.prototype as object))) {
    if (prototype === library.LayersModel.prototype || prototype instanceof library.LayersModel) continue;
    if (prototype instanceof library.layers.Layer) guard(prototype, 'call');
    else if (prototype instanceof Activation) guard(prototype, 'apply');
  }
}

/** Classes by the names that tfjs registers them under. */
function classesOf(library: typeof tf): tf.serialization.SerializationMap['classNameMap'] {
  return library.serialization.SerializationMap.getMap().classNameMap;
}

function prototypeOf(thing: object): object {
  return Object.getPrototypeOf(thing) as object;
}

/** Calls `ask` before a method, inherited or own, and makes the method read-only. */
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
