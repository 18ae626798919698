import type * as tf from '@tensorflow/tfjs';
import { GuardedCall, type Bans } from './Bans';

/**
 * Adds a ban check to the scope that each operation of tfjs opens under its own name: it makes no difference what calls
 * the operation, such as a loss, an activation, or any part of a graph model.
 */
export function guardScopes(library: typeof tf, bans: Bans): void {
  const calls = callsByScope(library);
  const engine = library.engine();
  const startScope = engine.startScope.bind(engine);
  engine.startScope = (name) => {
    const call = name === undefined ? undefined : calls[name];
    if (call !== undefined) bans.refuse(call);
    startScope(name);
  };
}

/** The exported functions that open a scope, by its name; it is the function's own. */
function callsByScope(library: typeof tf): Readonly<Record<string, GuardedCall | undefined>> {
  const paths = new Map<string, string[]>();
  const add = (path: string, thing: unknown): void => {
    if (typeof thing !== 'function' || !thing.name.endsWith(library.OP_SCOPE_SUFFIX)) return;
    paths.set(thing.name, [...(paths.get(thing.name) ?? []), path]);
  };
  for (const [name, thing] of Object.entries<unknown>({ ...library })) {
    add(`tf.${name}`, thing);
    if (typeof thing !== 'object' || thing === null) continue;
    for (const [member, inside] of Object.entries<unknown>({ ...thing })) add(`tf.${name}.${member}`, inside);
  }
  const calls = Object.create(null) as Record<string, GuardedCall>;
  for (const [scope, names] of paths) calls[scope] = new GuardedCall(...names);
  return calls;
}
