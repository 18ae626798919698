import type { KnownOutcomes, Outcome } from '../../types';

/** Outcomes that are computed lazily, in order: a comparison needs only the first few, up to the first that differs. */
export class OutcomesInOrder implements KnownOutcomes {
  readonly #computed = new Map<string, Outcome>();

  /** @param rest - computes one after another */
  constructor(private readonly rest: Iterator<readonly [id: string, outcome: Outcome], void>) {}

  get(id: string): Outcome | undefined {
    while (!this.#computed.has(id)) {
      const next = this.rest.next();
      if (next.done === true) return undefined;
      this.#computed.set(...next.value);
    }
    return this.#computed.get(id);
  }
}
