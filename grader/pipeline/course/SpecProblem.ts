/** A spec that can't be used, as its author reads it. */
export class SpecProblem extends Error {
  /**
   * @param where - path in the course, with line and column if known
   * @param repair - what to do next
   * @param more - a command that shows more, unless the reader has just run it
   */
  constructor(
    readonly where: string,
    readonly what: string,
    readonly repair: string,
    { more, cause }: { readonly more?: string; readonly cause?: unknown } = {},
  ) {
    super(`${where}: ${what}; ${repair}${more === undefined ? '' : `; ${more}`}`, { cause });
  }
}
