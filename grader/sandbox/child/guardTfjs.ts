import type * as tf from '@tensorflow/tfjs';

/**
 * Note [Hardening is no boundary]: a submission shares this process with the code that watches it. What is made read-only
 * here keeps simple patches from hiding a leak or a changed input. Values can't be faked at all, since nothing here knows
 * the right ones; and what a submission may do to the machine is for the operating system to limit.
 */

/** The ways to tfjs's interior: from these, one could rewrite what is counted. Reading them is free, calling them is not. */
const interior: ReadonlySet<string> = new Set([
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
]);

/** The tfjs that a submission is given: the same functions and classes, read-only, without the ways to the interior. */
export function guardTfjs(library: typeof tf): object {
  const guarded: Record<string, unknown> = {};
  for (const [name, thing] of Object.entries(library) as [string, unknown][]) {
    if (name === 'default') continue;
    guarded[name] = interior.has(name) ? refusal(name) : thing;
    freezeMethods(thing);
  }
  // `import tf from '@tensorflow/tfjs'` reads it; it is not enumerable, so that a copy of the module gets its own.
  Object.defineProperty(guarded, 'default', { value: guarded });
  return Object.freeze(guarded);
}

function refusal(name: string): () => never {
  return () => {
    throw new Error(`tf.${name} is not for exercises: the grader looks after backend and engine`);
  };
}

/**
 * What the code of this process computes, writes and counts with. The classes that V8 is fastest with (Array, Object, Map,
 * Float64Array, Function) are left as they are: read-only methods there cost a fifth of the time of a whole submission.
 */
const intrinsics = ['ArrayBuffer', 'Buffer', 'JSON', 'Math', 'Number', 'Reflect', 'Set', 'String', 'Symbol', 'WeakMap'];

/** Makes standard classes and their methods read-only, and closes `toJSON`, which would rewrite what is sent. */
export function freezeIntrinsics(): void {
  for (const name of intrinsics) {
    const thing = (globalThis as Readonly<Record<string, unknown>>)[name];
    Object.defineProperty(globalThis, name, { value: thing, writable: false, configurable: false });
    freezeMethods(thing);
  }
  for (const prototype of [Object.prototype, Array.prototype]) Object.defineProperty(prototype, 'toJSON', { value: undefined });
}

// Only methods and accessors, and never `constructor` or `toString`: a frozen prototype would forbid objects to have their own.
const leftOpen = new Set<PropertyKey>(['constructor', 'toString', 'valueOf', 'toLocaleString', 'name', 'message', 'length', 'prototype']);

function freezeMethods(thing: unknown): void {
  if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null) return;
  closeMethods(thing);
  const { prototype } = thing as { readonly prototype?: unknown };
  if (typeof prototype === 'object' && prototype !== null) closeMethods(prototype);
}

function closeMethods(thing: object): void {
  for (const key of Reflect.ownKeys(thing)) {
    const property = Object.getOwnPropertyDescriptor(thing, key);
    if (property?.configurable !== true || leftOpen.has(key)) continue;
    if (typeof property.value === 'function') Object.defineProperty(thing, key, { writable: false, configurable: false });
    else if (property.get !== undefined) Object.defineProperty(thing, key, { configurable: false });
  }
}
