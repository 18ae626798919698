import { keepFast } from './keepFast';

/**
 * Note [Hardening is no boundary]: a submission shares this process with the code that watches it. Read-only intrinsics
 * and refused calls stop simple patches from hiding a leak or a changed input, and close the known paths to a library's
 * answer; within one realm there is always another. Results can't be faked, since nothing in this process knows the
 * expected values; what a submission does to the machine is limited by the operating system.
 */

/**
 * The intrinsics that this process's own code computes, writes and counts with. The classes that V8 optimizes most
 * (Array, Object, Map, Float64Array) stay open, since closing them costs a fifth of a submission's total time:
 * `restoreIntrinsics` puts them back. `Function` is among them because tfjs calls the code behind its functions
 * with `apply`.
 */
const intrinsics = [
  'ArrayBuffer',
  'Buffer',
  'Function',
  'JSON',
  'Math',
  'Number',
  'Promise',
  'Reflect',
  'Set',
  'String',
  'Symbol',
  'WeakMap',
];

/** Makes standard classes and their methods read-only, and disables `toJSON`, which could rewrite what is sent. */
export function freezeIntrinsics(): void {
  for (const name of intrinsics) {
    const thing = (globalThis as Readonly<Record<string, unknown>>)[name];
    Object.defineProperty(globalThis, name, { value: thing, writable: false, configurable: false });
    closeMethods(thing as object);
    const { prototype } = thing as { readonly prototype?: unknown };
    if ((typeof prototype === 'object' && prototype !== null) || typeof prototype === 'function')
      closeMethods(prototype);
  }
  for (const prototype of [Object.prototype, Array.prototype])
    Object.defineProperty(prototype, 'toJSON', { value: undefined });
}

// Only methods and accessors, and never `constructor` or `toString`: a frozen prototype would forbid objects to have
// their own, as callbacks of `model.fit` have their `maybeWait`.
const leftOpen = new Set<PropertyKey>([
  'constructor',
  'toString',
  'valueOf',
  'toLocaleString',
  'name',
  'message',
  'length',
  'prototype',
  'maybeWait',
]);

/** Makes an object's methods and accessors read-only, without making lookups slower. */
export function closeMethods(thing: object): void {
  for (const key of Reflect.ownKeys(thing)) {
    const property = Object.getOwnPropertyDescriptor(thing, key);
    if (property?.configurable !== true || leftOpen.has(key)) continue;
    if (typeof property.value === 'function')
      Object.defineProperty(thing, key, { writable: false, configurable: false });
    else if (property.get !== undefined) Object.defineProperty(thing, key, { configurable: false });
  }
  keepFast(thing);
}
