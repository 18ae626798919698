import { ofJest } from '../../pipeline/words/ofJest';

/** Runs something where there is no Jest to be seen, as in grading: what works with it alone is not to work here. */
export function withoutJest<T>(run: () => T): T {
  const restore = hideJest();
  try {
    return run();
  } finally {
    restore();
  }
}

/** Takes Jest's functions from the globals. @returns puts them back */
export function hideJest(): () => void {
  const hidden = ofJest.flatMap((name) => {
    const property = Object.getOwnPropertyDescriptor(globalThis, name);
    if (property?.configurable !== true) return [];
    Reflect.deleteProperty(globalThis, name);
    return [[name, property] as const];
  });
  return () => Object.defineProperties(globalThis, Object.fromEntries(hidden));
}
