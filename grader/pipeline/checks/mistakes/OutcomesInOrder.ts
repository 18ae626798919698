import type { Outcome, Outcomes } from '../../types';

/**
 * Outcomes that are found out in their order, as far as someone asks: whoever compares looks at the first few, up to the
 * first that differs.
 */
export class OutcomesInOrder implements Outcomes {
  readonly #found = new Map<string, Outcome>();

  /** @param rest - finds out one after the other */
  constructor(private readonly rest: Iterator<readonly [id: string, outcome: Outcome], void>) {}

  get(id: string): Outcome | undefined {
    while (!this.#found.has(id) && this.#findNext());
    return this.#found.get(id);
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
    while (this.#findNext());
    return this.#found;
  }

  #findNext(): boolean {
    const next = this.rest.next();
    if (next.done === true) return false;
    this.#found.set(...next.value);
    return true;
  }
}
