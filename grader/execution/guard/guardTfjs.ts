import type * as tf from '@tensorflow/tfjs';
import { GuardedCall, type Bans } from './Bans';
import { closeMethods } from './freezeIntrinsics';
import { guardInterior } from './guardInterior';
import { keepFast } from './keepFast';
import { refuseOperators, refuseValuesOfPromises } from './refuseOperators';

type AnyFunction = (...args: unknown[]) => unknown;

/** Code that compares `x.constructor` with these must find them equal; no exercise is about them. */
const unguarded: ReadonlySet<string> = new Set(['Tensor', 'TensorBuffer', 'Variable']);

/** Classes that lead to what a function returns, and are refused with it. */
const leadsTo: Readonly<Record<string, string>> = { 'tf.MathBackendCPU': 'tf.backend' };

/** Built-in properties of every function, not of tfjs's classes. */
const builtIn: ReadonlySet<string> = new Set(['length', 'name', 'prototype', 'arguments', 'caller']);

/**
 * The tfjs that a submission imports: the same functions and classes, read-only. Reading a name is always allowed;
 * calling one that is currently banned is an error.
 */
export function guardTfjs(library: typeof tf, bans: Bans): object {
  guardInterior(library, bans);
  refuseOperators(library);
  refuseValuesOfPromises();
  const guarded: Record<string, unknown> = {};
  for (const [name, thing] of Object.entries(library) as [string, unknown][]) {
    if (name === 'default') continue;
    guarded[name] = unguarded.has(name)
      ? thing
      : guard(thing, `tf.${name === 'OptimizerConstructors' ? 'train' : name}`, bans);
    freezeMethods(thing);
  }
  // `import tf from '@tensorflow/tfjs'` reads it; not enumerable, so a copy of the module gets its own.
  Object.defineProperty(guarded, 'default', { value: guarded });
  Object.freeze(guarded);
  keepFast(guarded);
  return guarded;
}

function guard(thing: unknown, path: string, bans: Bans): unknown {
  if (typeof thing === 'function') return guardFunction(thing as AnyFunction, path, bans, undefined);
  if (typeof thing !== 'object' || thing === null || !isNamespace(thing)) return thing;
  const namespace: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(thing)) {
    namespace[name] =
      typeof member === 'function' ? guardFunction(member as AnyFunction, `${path}.${name}`, bans, thing) : member;
    freezeMethods(member);
  }
  return Object.freeze(namespace);
}

function isNamespace(thing: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(thing);
  return prototype === null || prototype === Object.prototype;
}

/** The same function or class under another identity, with no path back to the original. */
function guardFunction(original: AnyFunction, path: string, bans: Bans, namespace: object | undefined): AnyFunction {
  const call = new GuardedCall(path, ...(leadsTo[path] === undefined ? [] : [leadsTo[path]]));
  function guarded(this: unknown, ...args: unknown[]): unknown {
    bans.refuse(call);
    if (new.target === undefined) return Reflect.apply(original, namespace ?? this, args);
    return Reflect.construct(original, args, (new.target as unknown) === guarded ? original : new.target);
  }
  const prototype: unknown = original.prototype;
  // Stack traces show the name, and `instanceof` uses the prototype.
  Object.defineProperty(guarded, 'name', { value: original.name });
  Object.defineProperty(guarded, 'prototype', { value: prototype });
  if (typeof prototype === 'object' && prototype !== null) {
    Object.defineProperty(prototype, 'constructor', { value: guarded, writable: true, configurable: true });
  }
  guardStatics(guarded, original, path, bans);
  return Object.freeze(guarded);
}

// `tf.train` is a class whose static methods are the namespace; layer and optimizer classes inherit theirs.
function guardStatics(guarded: AnyFunction, original: AnyFunction, path: string, bans: Bans): void {
  for (let owner: object = original; owner !== Function.prototype; owner = Object.getPrototypeOf(owner) as object) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (builtIn.has(name) || Object.hasOwn(guarded, name)) continue;
      const { value } = property as { readonly value?: unknown };
      const isMethod = typeof value === 'function';
      Object.defineProperty(guarded, name, {
        ...property,
        ...(isMethod ? { value: guardFunction(value as AnyFunction, `${path}.${name}`, bans, original) } : {}),
      });
    }
  }
}

function freezeMethods(thing: unknown): void {
  if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null) return;
  closeMethods(thing);
  const { prototype } = thing as { readonly prototype?: unknown };
  if (typeof prototype === 'object' && prototype !== null) closeMethods(prototype);
}
