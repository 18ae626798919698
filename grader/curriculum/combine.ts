/**
 * Combines definitions of the engine and a course.
 *
 * @param what - as in "a law"
 * @throws if two have the same name, since one of them would be unreachable
 */
export function combine<const Engine extends readonly Named[], const Own extends readonly Named[]>(
  what: string,
  engine: Engine,
  own: Own,
): readonly [...Engine, ...Own] {
  const twice = own.find(({ name }, index) => [...engine, ...own.slice(0, index)].some((one) => one.name === name));
  if (twice !== undefined) throw new Error(`the course defines ${what} ${twice.name}, which already exists; rename it`);
  return [...engine, ...own];
}

interface Named {
  readonly name: string;
}
