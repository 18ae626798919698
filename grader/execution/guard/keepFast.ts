/**
 * Redefining properties has V8 keep an object as a dictionary, which compiled code asks by a call each time. It gives an
 * object its fast form back when a property of an heir is looked up by code that has run some times, and, where that had
 * happened before, when the object becomes a prototype once more.
 */
export function keepFast(thing: object): void {
  lookUp(Object.create(thing) as object);
  Object.setPrototypeOf({}, thing);
}

function lookUp(heir: object): unknown {
  return (heir as { readonly absent?: unknown }).absent;
}

/** So often, with objects unlike each other, that V8 keeps notes of what the function sees. */
const times = 20;
for (let time = 0; time < times; time += 1) lookUp({ [`property${time}`]: time });
