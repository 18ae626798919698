/** Captured at startup, like all that this file uses. */
const { defineProperty, getOwnPropertyDescriptor } = Object;
/** Unlike a descriptor, it costs no memory. */
const getterOf = Function.prototype.call.bind(
  (Object.prototype as unknown as { readonly __lookupGetter__: (this: object, key: PropertyKey) => unknown })
    .__lookupGetter__,
) as (owner: object, key: PropertyKey) => unknown;

/** What `freezeIntrinsics` leaves open, and what iterates over it. */
const owners: readonly object[] = [
  Object,
  Object.prototype,
  Array,
  Array.prototype,
  Map,
  Map.prototype,
  Float64Array,
  Float64Array.prototype,
  ...[Float64Array, Float64Array.prototype, [].values(), new Map().values(), (function* () {})()].flatMap(ancestors),
];

/** Everything that an object inherits from, but for what all objects do. */
function ancestors(thing: object): readonly object[] {
  const parent = Object.getPrototypeOf(thing) as object;
  const isShared = parent === Object.prototype || parent === Function.prototype;
  return isShared ? [] : [parent, ...ancestors(parent)];
}

interface Kept {
  readonly owner: Readonly<Record<PropertyKey, unknown>>;
  readonly key: PropertyKey;
  readonly property: PropertyDescriptor;
}

const methods = [...new Set(owners)].flatMap((owner) => keptOf(owner, Reflect.ownKeys(owner)));
const globals = keptOf(globalThis, ['Object', 'Array', 'Map', 'Float64Array']);
const kept: readonly Kept[] = [...methods, ...globals];

function keptOf(owner: object, keys: readonly PropertyKey[]): Kept[] {
  return keys.flatMap((key) => {
    const property = getOwnPropertyDescriptor(owner, key);
    const isOpen = property?.configurable === true && typeof (property.value ?? property.get) === 'function';
    return isOpen && key !== 'constructor' ? [{ owner: owner as Kept['owner'], key, property }] : [];
  });
}

/**
 * Puts back the built-in methods and accessors that a submission replaced, so that none of them sees or changes what is
 * observed of its calls. Reading them all takes a few microseconds.
 *
 * @throws if one can't be put back
 * @see Note [Hardening is no boundary]
 */
export function restoreIntrinsics(): void {
  for (let index = 0; index < kept.length; index += 1) {
    const { owner, key, property } = kept[index] as Kept;
    const isKept = property.get === undefined ? owner[key] === property.value : getterOf(owner, key) === property.get;
    if (!isKept) defineProperty(owner, key, property);
  }
}
