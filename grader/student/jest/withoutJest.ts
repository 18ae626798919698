import { ofJest } from '../../pipeline/words/ofJest';

/** Runs a function with Jest's globals hidden, as in grading: code that depends on Jest must not pass here. */
export function withoutJest<T>(run: () => T): T {
  const restore = hideJest();
  try {
    return run();
  } finally {
    restore();
  }
}

/** Removes Jest's functions from the globals. @returns a function that restores them */
export function hideJest(): () => void {
  const hidden = ofJest.flatMap((name) => {
    const property = Object.getOwnPropertyDescriptor(globalThis, name);
    if (property?.configurable !== true) return [];
    Reflect.deleteProperty(globalThis, name);
    return [[name, property] as const];
  });
  return () => Object.defineProperties(globalThis, Object.fromEntries(hidden));
}
