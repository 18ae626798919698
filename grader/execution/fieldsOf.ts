/** An object literal, which has no class. */
export function isPlain(thing: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(thing);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/**
 * The fields that TypeScript sees in an object: its own, and what the getters of its class return. A getter that throws
 * has nothing to return; those of JavaScript's own classes, such as the size of a Map, are no fields of a result.
 */
export function fieldsOf(thing: object): (readonly [string, unknown])[] {
  const own: (readonly [string, unknown])[] = Object.entries(thing);
  if (isPlain(thing) || isPlainList(thing)) return own;
  const seen = new Set(Object.keys(thing));
  for (let prototype = prototypeOf(thing); prototype !== undefined; prototype = prototypeOf(prototype))
    for (const [name, property] of Object.entries<object>(Object.getOwnPropertyDescriptors(prototype))) {
      if (seen.has(name)) continue;
      seen.add(name);
      if (isWrittenGetter(property)) own.push(...read(name, () => Reflect.get(thing, name)));
    }
  return own;
}

/** A list whose class is Array itself: most arguments are in one, and its prototype has no written getters. */
function isPlainList(thing: object): boolean {
  return Array.isArray(thing) && isPlain(Object.getPrototypeOf(thing) as object);
}

function read(name: string, get: () => unknown): (readonly [string, unknown])[] {
  try {
    return [[name, get()]];
  } catch {
    return [];
  }
}

/** The next prototype, but for `Object.prototype`. */
function prototypeOf(thing: object): object | undefined {
  const prototype: unknown = Object.getPrototypeOf(thing);
  const isLast = typeof prototype !== 'object' || prototype === null || Object.getPrototypeOf(prototype) === null;
  return isLast ? undefined : prototype;
}

/** A getter that someone wrote, rather than one of JavaScript's own. */
function isWrittenGetter(property: { readonly get?: unknown }): boolean {
  const { get } = property;
  return typeof get === 'function' && !Function.prototype.toString.call(get).endsWith('{ [native code] }');
}
