/**
 * Restores an object's fast form. Redefining properties makes V8 store an object as a dictionary, which compiled code
 * queries by a call each time. V8 reverts to the fast form when warm code looks up a property of an object that
 * inherits from it, and, if that happened before, when the object becomes a prototype again.
 */
export function keepFast(thing: object): void {
  lookUp(Object.create(thing) as object);
  Object.setPrototypeOf({}, thing);
}

function lookUp(heir: object): unknown {
  return (heir as { readonly absent?: unknown }).absent;
}

/** Enough calls, with objects of different shapes, that V8 collects type feedback for the function. */
const times = 20;
for (let time = 0; time < times; time += 1) lookUp({ [`property${time}`]: time });
