import type { Outcome, Outcomes } from '../../types';

/** Outcomes that are computed lazily, in order: a comparison needs only the first few, up to the first that differs. */
export class OutcomesInOrder implements Outcomes {
  readonly #computed = new Map<string, Outcome>();

  /** @param rest - computes one after another */
  constructor(private readonly rest: Iterator<readonly [id: string, outcome: Outcome], void>) {}

  get(id: string): Outcome | undefined {
    while (!this.#computed.has(id) && this.#computeNext());
    return this.#computed.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  get size(): number {
    return this.#all().size;
  }

  keys(): MapIterator<string> {
    return this.#all().keys();
  }

  values(): MapIterator<Outcome> {
    return this.#all().values();
  }

  entries(): MapIterator<[string, Outcome]> {
    return this.#all().entries();
  }

  [Symbol.iterator](): MapIterator<[string, Outcome]> {
    return this.entries();
  }

  forEach(visit: (outcome: Outcome, id: string, outcomes: Outcomes) => void): void {
    this.#all().forEach((outcome, id) => visit(outcome, id, this));
  }

  #all(): Map<string, Outcome> {
    while (this.#computeNext());
    return this.#computed;
  }

  #computeNext(): boolean {
    const next = this.rest.next();
    if (next.done === true) return false;
    this.#computed.set(...next.value);
    return true;
  }
}
