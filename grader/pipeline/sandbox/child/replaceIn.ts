/** Replaces properties of an object, if it exists and they are configurable. */
export function replaceIn(of: object | undefined, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (of !== undefined)
      Reflect.defineProperty(of, name, { value, writable: true, configurable: true, enumerable: true });
  }
}

/** A built-in module of Node, as a submission would get it; undefined if it can't. */
export function builtinModule(name: string): object | undefined {
  try {
    // Node before 20.16 has no such function.
    return (process as Partial<NodeJS.Process>).getBuiltinModule?.(name);
  } catch {
    return undefined;
  }
}
