/** A spec that can't be used, as its author reads it. */
export class SpecProblem extends Error {
  /**
   * @param where - path in the course, with line and column if known
   * @param repair - what to do next
   */
  constructor(
    readonly where: string,
    readonly what: string,
    readonly repair: string,
    options?: ErrorOptions,
  ) {
    super(`${where}: ${what}; ${repair}`, options);
  }
}
