import { keepFast } from './keepFast';

/**
 * Note [Hardening is no boundary]: a submission shares this process with the code that watches it. What is made
 * read-only or refused here keeps simple patches from hiding a leak or a changed input, and the known ways to an answer
 * of the library closed; within one realm there is always another. Values can't be faked at all, since nothing here
 * knows the right ones; and what a submission may do to the machine is for the operating system to limit.
 */

/**
 * What the code of this process computes, writes and counts with. The classes that V8 is fastest with (Array, Object,
 * Map, Float64Array, Function) are left as they are: read-only methods there cost a fifth of the time of a whole
 * submission.
 */
const intrinsics = [
  'ArrayBuffer',
  'Buffer',
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

/** Makes standard classes and their methods read-only, and closes `toJSON`, which would rewrite what is sent. */
export function freezeIntrinsics(): void {
  for (const name of intrinsics) {
    const thing = (globalThis as Readonly<Record<string, unknown>>)[name];
    Object.defineProperty(globalThis, name, { value: thing, writable: false, configurable: false });
    closeMethods(thing as object);
    const { prototype } = thing as { readonly prototype?: unknown };
    if (typeof prototype === 'object' && prototype !== null) closeMethods(prototype);
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

/** Makes an object's methods and accessors read-only, and no slower to find. */
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
