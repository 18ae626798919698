import type * as tf from '@tensorflow/tfjs';
import type { Bans } from './Bans';
import { closeMethods } from './freezeIntrinsics';
import { guardInterior } from './guardInterior';

type AnyFunction = (...args: unknown[]) => unknown;

/** Who compares `x.constructor` with these must find them to be the same; no exercise is about them. */
const left: ReadonlySet<string> = new Set(['Tensor', 'TensorBuffer', 'Variable']);

/**
 * The tfjs that a submission is given: the same functions and classes, read-only. Reading a name is free; to call what is banned at
 * that moment is an error.
 */
export function guardTfjs(library: typeof tf, bans: Bans): object {
  guardInterior(library, bans);
  const guarded: Record<string, unknown> = {};
  for (const [name, thing] of Object.entries(library) as [string, unknown][]) {
    if (name === 'default') continue;
    guarded[name] = left.has(name) ? thing : guard(thing, name === 'OptimizerConstructors' ? 'train' : name, bans);
    freezeMethods(thing);
  }
  // `import tf from '@tensorflow/tfjs'` reads it; it is not enumerable, so that a copy of the module gets its own.
  Object.defineProperty(guarded, 'default', { value: guarded });
  return Object.freeze(guarded);
}

function guard(thing: unknown, path: string, bans: Bans): unknown {
  if (typeof thing === 'function') return guardFunction(thing as AnyFunction, path, bans, undefined);
  if (typeof thing !== 'object' || thing === null || !isNamespace(thing)) return thing;
  const namespace: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(thing)) {
    namespace[name] = typeof member === 'function' ? guardFunction(member as AnyFunction, `${path}.${name}`, bans, thing) : member;
    freezeMethods(member);
  }
  return Object.freeze(namespace);
}

function isNamespace(thing: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(thing);
  return prototype === null || prototype === Object.prototype;
}

/** The same function or class, by another identity. */
function guardFunction(original: AnyFunction, path: string, bans: Bans, namespace: object | undefined): AnyFunction {
  function guarded(this: unknown, ...args: unknown[]): unknown {
    bans.refusePath(path);
    if (new.target === undefined) return Reflect.apply(original, namespace ?? this, args);
    return Reflect.construct(original, args, (new.target as unknown) === guarded ? original : new.target);
  }
  // Statics are inherited, `instanceof` goes by the prototype, and a stack shows the name.
  Object.setPrototypeOf(guarded, original);
  Object.defineProperty(guarded, 'name', { value: original.name });
  Object.defineProperty(guarded, 'prototype', { value: original.prototype as unknown });
  if (Object.keys(original).length > 0) guardStatics(guarded, original, path, bans);
  return Object.freeze(guarded);
}

// `tf.train` is a class whose static methods are the namespace.
function guardStatics(guarded: AnyFunction, original: AnyFunction, path: string, bans: Bans): void {
  for (const [name, member] of Object.entries(original) as [string, unknown][]) {
    if (typeof member !== 'function') continue;
    Object.defineProperty(guarded, name, {
      value: guardFunction(member as AnyFunction, `${path}.${name}`, bans, original),
      enumerable: true,
    });
  }
}

function freezeMethods(thing: unknown): void {
  if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null) return;
  closeMethods(thing);
  const { prototype } = thing as { readonly prototype?: unknown };
  if (typeof prototype === 'object' && prototype !== null) closeMethods(prototype);
}
